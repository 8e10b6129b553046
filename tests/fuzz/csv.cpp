#include <fmt/ranges.h>

#include "documents/csv/reader.h"
#include "documents/csv/writer.h"
#include "input.h"

/// CSV in any encoding: what was read is read again, the same, from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace rapport;
    using namespace rapport::documents;
    fuzz::meet([&] {
        csv::Reader reader(bytes_of(std::string(fuzz::text_of(data, size))));
        std::vector<std::vector<std::string>> rows;
        std::string written;
        csv::Writer writer([&](std::string_view piece) { written += piece; }, {.byte_order_mark = true, .formula_guard = csv::FormulaGuard::On});
        writer.row(reader.header());
        for (csv::Row row; reader.next(row);) {
            if (row.problem) continue;
            rows.emplace_back(row.cells.begin(), row.cells.end());
            writer.row(rows.back());
        }
        writer.flush();
        csv::Reader again(bytes_of(written), {.encoding = "UTF-8", .delimiter = ','});
        if (again.header() != reader.header()) fuzz::finding(fmt::format("another header: {} is {}", fmt::join(reader.header(), "|"), fmt::join(again.header(), "|")));
        for (const auto& row : rows) {
            csv::Row read;
            if (!again.next(read)) fuzz::finding("a row is missing: " + written);
            for (std::size_t i = 0; i < row.size(); ++i)
                if (read.cell(i) != row[i]) fuzz::finding("another cell: " + written);
        }
    });
    return 0;
}

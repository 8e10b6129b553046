#include <fmt/format.h>

#include "documents/vcard/reader.h"
#include "input.h"

/// Cards in any encoding: each is a row as wide as the header, in the order of the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace rapport;
    fuzz::meet([&] {
        documents::vcard::Reader reader(documents::bytes_of(std::string(fuzz::text_of(data, size))));
        std::size_t last = 0;
        for (documents::Row row; reader.next(row);) {
            if (row.cells.size() != reader.header().size()) fuzz::finding(fmt::format("{} cells under {} names", row.cells.size(), reader.header().size()));
            if (row.line <= last) fuzz::finding("two cards in one line");
            last = row.line;
        }
    });
    return 0;
}

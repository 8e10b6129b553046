#include "bench/parts/data.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/calendar.h"
#include "documents/csv/reader.h"
#include "modules/declarations.h"

namespace rapport::bench {

std::string shared_file(std::string_view name) {
    std::ifstream stream(std::filesystem::path(RAPPORT_SOURCE_DIR) / "../shared/data" / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void miss(benchmark::State& state, std::string_view name) { state.SkipWithError(("../shared/data/" + std::string(name) + " is missing").c_str()); }

const metadata::CataloguePointer& catalogue() {
    static const auto all = metadata::Catalogue::build(modules::declarations(), 1);
    return all;
}

Value Person::operator()(const metadata::Field& field) const {
    const auto* place = std::find(std::begin(contact_fields), std::end(contact_fields), field.name);
    return place == std::end(contact_fields) ? Value() : values[static_cast<std::size_t>(place - contact_fields)];
}

const std::vector<Person>& people() {
    static const std::vector<Person> all = [] {
        std::vector<Person> out;
        const std::string file = shared_file(people_file);
        if (file.empty()) return out;
        documents::csv::Reader reader(documents::bytes_of(file));
        auto text = [](std::string_view cell) { return cell.empty() ? Value() : Value(cell); };
        for (documents::csv::Row row; reader.next(row);) {
            const auto born = Date::parse(row.cell(3));
            out.push_back({{text(std::string(row.cell(1)) + " " + std::string(row.cell(2))), text(row.cell(1)), text(row.cell(2)),
                            born ? Value(std::int64_t{born->days()}) : Value(), text(row.cell(4)), text(row.cell(5))}});
        }
        return out;
    }();
    return all;
}

}  // namespace rapport::bench

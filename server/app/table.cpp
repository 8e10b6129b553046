#include "app/table.h"

#include <algorithm>
#include <ostream>

#include "base/text.h"

namespace rapport::app {

void Table::print(std::ostream& out) const {
    std::vector<std::size_t> widths;
    for (const auto& name : columns_) widths.push_back(text::length(name));
    for (const auto& row : rows_)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], text::length(row[i]));
    auto print_row = [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out << row[i];
            if (i + 1 < row.size()) out << std::string(widths[i] - text::length(row[i]) + 2, ' ');
        }
        out << "\n";
    };
    print_row(columns_);
    for (const auto& row : rows_) print_row(row);
    out << rows_.size() << (rows_.size() == 1 ? " row\n" : " rows\n");
}

std::string cell_text(const Cell& cell, const metadata::Field* field) {
    if (cell.is_null()) return "";
    if (field) return field->type->text(cell, *field);
    if (cell.is_integer()) return std::to_string(cell.integer());
    if (cell.is_real()) return std::to_string(cell.real());
    return std::string(cell.text());
}

}  // namespace rapport::app

#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "base/value.h"
#include "metadata/object.h"

namespace rapport::app {

/// Rows for a person at a terminal, in aligned columns.
class Table {
public:
    void add_column(std::string name) { columns_.push_back(std::move(name)); }
    void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    void print(std::ostream& out) const;

private:
    std::vector<std::string> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// A cell as its field shows it; counts and the like have no field.
std::string cell_text(const Cell& cell, const metadata::Field* field);

}  // namespace rapport::app

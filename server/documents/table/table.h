#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rapport::documents {

struct Row {
    std::size_t line = 0;  // in the file, from 1: where the row begins; in a spreadsheet the number of the row
    /// In UTF-8, as wide as the header or, when cells at the end are missing, narrower. They live until the next call.
    std::vector<std::string_view> cells;
    /// Why the cells cannot be trusted, such as "too_many_cells".
    std::optional<Problem> problem;

    /// Empty for a cell that is missing.
    std::string_view cell(std::size_t column) const { return column < cells.size() ? cells[column] : std::string_view(); }
};

/// A file that is read as rows under a header, whatever its format: row by row, in bounded memory.
class Table {
public:
    virtual ~Table() = default;

    /// "csv", "xlsx" or "vcard".
    virtual std::string_view format() const = 0;
    /// One name a column, never empty, never twice: a second "Email" is "Email (2)", a nameless third column "Column 3".
    virtual const std::vector<std::string>& header() const = 0;
    /// What was done about the file before its rows, for the person to know, such as "duplicate_column".
    virtual const std::vector<Problem>& notes() const = 0;
    /// The sheets that could be read instead; empty where a file has one table.
    virtual std::vector<std::string> sheets() const { return {}; }
    /// The one that is read.
    virtual std::string sheet() const { return {}; }

    /// The next row that is not blank; false at the end.
    virtual bool next(Row& row) = 0;

    /// How much of the file is behind the last row, in bytes; runs ahead a little.
    virtual std::uint64_t bytes_read() const = 0;
};

}  // namespace rapport::documents

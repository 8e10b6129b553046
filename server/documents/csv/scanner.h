#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "documents/byte_source.h"

namespace rapport::documents::csv {

struct Limits {
    std::size_t cell_bytes = std::size_t{1} << 20;
    std::size_t row_bytes = std::size_t{16} << 20;
    std::size_t cells = 16'384;  // what the widest spreadsheet has
};

/// Splits text in UTF-8 (or another encoding that contains ASCII) into rows of cells.
///
/// RFC 4180, and what else spreadsheets and programs write: any mix of line ends, blanks around quoted cells, quotes that
/// are not doubled. docs/decisions/0020-reading-csv.md has the rules and why no library serves them.
/// Memory is bounded by the limits. Throws Failure(TooLarge) naming the line: "cell_too_large", "row_too_large", "too_many_cells".
class Scanner {
public:
    struct Cell {
        std::size_t offset;
        std::size_t size;
        bool quoted;
    };
    struct Row {
        std::string text;         // of all cells
        std::vector<Cell> cells;  // places in `text`
        std::size_t line = 0;     // where the row begins, from 1
        bool unclosed = false;    // the text ended within a quoted cell

        std::string_view cell(std::size_t i) const { return std::string_view(text).substr(cells[i].offset, cells[i].size); }
        bool blank() const;
    };

    Scanner(ByteSource source, char delimiter, Limits limits = {});

    /// The next line's cells, blank lines included; false at the end of the text.
    bool next(Row& row);

private:
    static constexpr int at_end = -1;

    int look(std::size_t ahead = 0);
    bool fill();
    bool is_blank(int c) const { return c == ' ' || (c == '\t' && delimiter_ != '\t'); }
    bool ends_cell(int c) const { return c == delimiter_ || c == '\n' || c == '\r' || c == at_end; }
    std::size_t blanks_from(std::size_t ahead);

    void read_cell(Row& row);
    void read_plain(Row& row);
    bool read_quoted(Row& row, std::size_t begin);
    bool closes_on_this_line();
    void finish_line();
    void take(Row& row, std::size_t count);
    void check_size(const Row& row, std::size_t begin) const;

    ByteSource source_;
    unsigned char delimiter_;
    Limits limits_;
    std::string buffer_;
    std::size_t position_ = 0;
    std::size_t line_ = 1;
    bool after_return_ = false;  // the last byte taken was a carriage return
    bool source_ended_ = false;
};

}  // namespace rapport::documents::csv

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "documents/byte_source.h"
#include "documents/csv/encoding.h"
#include "documents/csv/scanner.h"

namespace rapport::documents::csv {

/// What the caller knows about a file; what is left out is found out from its first 64 KB.
struct ReadOptions {
    std::string encoding;   // a name that ICU knows; empty to detect
    char delimiter = 0;     // 0 to detect
    Limits limits = {};
};

struct Row {
    std::size_t line = 0;  // in the file, from 1: where the row begins
    /// In UTF-8, as wide as the header or, when cells at the end are missing, narrower. They live until the next call.
    std::vector<std::string_view> cells;
    /// Why the cells cannot be trusted: "too_many_cells", "unclosed_quote", "mixed_encoding".
    std::optional<Problem> problem;

    /// Empty for a cell that is missing.
    std::string_view cell(std::size_t column) const { return column < cells.size() ? cells[column] : std::string_view(); }
};

/// Reads a table from a CSV file, row by row, in bounded memory, however large the file is.
class Reader {
public:
    /// Throws Failure(Invalid, "empty_file") when there is no header, "unknown_encoding" for an encoding of another name;
    /// the failures of Scanner come from here and from next().
    explicit Reader(ByteSource source, ReadOptions options = {});
    ~Reader();

    /// One name a column, never empty, never twice: a second "Email" is "Email (2)", a nameless third column "Column 3".
    const std::vector<std::string>& header() const { return header_; }
    /// What was done about the header, for the person to know: "duplicate_column", "nameless_column", "lines_before_header".
    const std::vector<Problem>& notes() const { return notes_; }
    const std::string& encoding() const { return encoding_; }
    char delimiter() const { return delimiter_; }

    /// The next row that is not blank; false at the end.
    bool next(Row& row);

    /// Bytes taken from the source so far; runs ahead of the rows by at most some 200 KB.
    std::uint64_t bytes_read() const { return *bytes_read_; }

private:
    void read_header(std::size_t rows_before);
    bool next_not_blank();
    /// Makes the scanned row UTF-8. Problem: "mixed_encoding".
    std::optional<Problem> mend_encoding();

    std::shared_ptr<std::uint64_t> bytes_read_;
    std::string encoding_;
    bool may_be_windows_1252_ = false;  // nothing but ASCII was seen of a file taken for UTF-8
    char delimiter_ = ',';
    std::unique_ptr<Scanner> scanner_;
    Scanner::Row scanned_;
    std::vector<std::string> header_;
    std::vector<Problem> notes_;
};

}  // namespace rapport::documents::csv

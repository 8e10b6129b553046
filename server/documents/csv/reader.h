#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/byte_source.h"
#include "documents/csv/encoding.h"
#include "documents/csv/formula_guard.h"
#include "documents/csv/scanner.h"
#include "documents/table/table.h"

namespace rapport::documents::csv {

/// What the caller knows about a file; what is left out is found out from its first 64 KB.
struct ReadOptions {
    std::string encoding = {};  // a name that ICU knows; empty to detect
    char delimiter = 0;     // 0 to detect
    FormulaGuard formula_guard = FormulaGuard::On;  // is taken off again; Off where a text that has one is meant so
    Limits limits = {};
};

using documents::Row;

/// Reads a table from a CSV file, row by row, in bounded memory, however large the file is.
class Reader final : public Table {
public:
    /// Throws Failure(Invalid, "empty_file") when there is no header, "unknown_encoding" for an encoding of another name;
    /// the failures of Scanner come from here and from next().
    explicit Reader(ByteSource source, ReadOptions options = {});
    ~Reader() override;

    std::string_view format() const override { return "csv"; }
    const std::vector<std::string>& header() const override { return header_; }
    /// "duplicate_column", "nameless_column", "lines_before_header".
    const std::vector<Problem>& notes() const override { return notes_; }
    const std::string& encoding() const { return encoding_; }
    char delimiter() const { return delimiter_; }

    /// A row has the problem "too_many_cells", "unclosed_quote" or "mixed_encoding".
    bool next(Row& row) override;

    /// Runs ahead of the rows by at most some 200 KB.
    std::uint64_t bytes_read() const override { return *bytes_read_; }

private:
    void read_header(std::size_t rows_before);
    bool next_not_blank();
    std::string_view cell(std::size_t column) const;
    /// Makes the scanned row UTF-8. Problem: "mixed_encoding".
    std::optional<Problem> mend_encoding();

    std::shared_ptr<std::uint64_t> bytes_read_;
    std::string encoding_;
    bool may_be_windows_1252_ = false;  // nothing but ASCII was seen of a file taken for UTF-8
    char delimiter_ = ',';
    FormulaGuard formula_guard_;
    std::unique_ptr<Scanner> scanner_;
    Scanner::Row scanned_;
    std::vector<std::string> header_;
    std::vector<Problem> notes_;
};

}  // namespace rapport::documents::csv

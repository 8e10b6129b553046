#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/byte_source.h"

namespace rapport::documents::csv {

/// What a cell holds: only text can be mistaken for a formula; "-5" as a number is a number.
enum class Content { Text, Number };

/// Whether text that a spreadsheet would run as a formula gets an apostrophe in front. Meant for files that people open in
/// a spreadsheet; it changes the text, so files for programs go without.
/// Source: OWASP, "CSV Injection".
enum class FormulaGuard { Off, On };

struct WriteOptions {
    char delimiter = ',';
    bool byte_order_mark = false;  // some spreadsheets take UTF-8 without it for another encoding
    FormulaGuard formula_guard = FormulaGuard::Off;
};

/// Writes RFC 4180: CR LF at line ends, quotes only around cells that need them.
class Writer {
public:
    explicit Writer(ByteSink sink, WriteOptions options = {});

    void cell(std::string_view text, Content content = Content::Text);
    void end_row();
    void row(const std::vector<std::string>& cells);

    /// Hands what is written to the sink; rows are handed on in pieces of some 64 KB before.
    void flush();

private:
    ByteSink sink_;
    WriteOptions options_;
    std::string buffer_;
    std::size_t cells_in_row_ = 0;
    std::size_t row_begin_ = 0;
    bool in_first_row_ = true;
};

/// Whether a spreadsheet would take the text for a formula.
bool looks_like_formula(std::string_view text);

}  // namespace rapport::documents::csv

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/byte_source.h"
#include "documents/csv/formula_guard.h"

namespace rapport::documents::csv {

/// What a cell holds: text that people gave, which may be a formula; or what its type lets be nothing but a number.
enum class Content { Text, Number };

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

}  // namespace rapport::documents::csv

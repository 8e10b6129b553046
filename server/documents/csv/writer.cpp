#include "documents/csv/writer.h"

#include "documents/csv/dialect.h"

namespace rapport::documents::csv {
namespace {

constexpr std::size_t piece = 64 * 1024;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// Blanks at either end are kept by quotes, and a byte order mark that is text is not taken for the file's.
bool needs_quotes(std::string_view text, char delimiter) {
    if (text.empty()) return false;
    auto blank = [](char c) { return c == ' ' || c == '\t'; };
    if (blank(text.front()) || blank(text.back()) || text.starts_with(byte_order_mark)) return true;
    for (char c : text)
        if (c == delimiter || c == '"' || c == '\n' || c == '\r') return true;
    return false;
}

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    for (char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

Writer::Writer(ByteSink sink, WriteOptions options) : sink_(std::move(sink)), options_(options) {
    if (options_.byte_order_mark) buffer_ += byte_order_mark;
    row_begin_ = buffer_.size();
}

void Writer::cell(std::string_view text, Content content) {
    if (cells_in_row_++ > 0) buffer_ += options_.delimiter;
    bool guarded = options_.formula_guard == FormulaGuard::On && content == Content::Text && wants_guard(text);
    if (!guarded && !needs_quotes(text, options_.delimiter)) {
        buffer_ += text;
    } else if (guarded) {
        append_quoted(buffer_, "'" + std::string(text));
    } else {
        append_quoted(buffer_, text);
    }
}

void Writer::end_row() {
    // A row of one empty cell would be a blank line, which readers leave out.
    if (buffer_.size() == row_begin_ && cells_in_row_ == 1) buffer_ += "\"\"";
    // A header that reads as the name of the delimiter is none below the first line.
    if (in_first_row_ && named_delimiter(std::string_view(buffer_).substr(row_begin_))) buffer_.insert(row_begin_, "\r\n");
    in_first_row_ = false;
    buffer_ += "\r\n";
    cells_in_row_ = 0;
    if (buffer_.size() >= piece) flush();
    row_begin_ = buffer_.size();
}

void Writer::row(const std::vector<std::string>& cells) {
    for (const std::string& text : cells) cell(text);
    end_row();
}

void Writer::flush() {
    if (!buffer_.empty()) sink_(buffer_);
    buffer_.clear();
    row_begin_ = 0;
}

}  // namespace rapport::documents::csv

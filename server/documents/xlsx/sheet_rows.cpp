#include "documents/xlsx/sheet_rows.h"

#include <algorithm>
#include <charconv>

#include "base/failure.h"
#include "base/text.h"
#include "documents/csv/scanner.h"

namespace rapport::documents::xlsx {
namespace {

constexpr csv::Limits limits;
constexpr std::uint64_t most_rows = 1 << 20;  // that a sheet can have

/// "AB12" is in column 27; none when the reference is no such thing.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0, letters = 0;
    for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z'; ++letters) {
        if (letters == 4) return std::nullopt;
        column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A' + 1);
    }
    return letters == 0 ? std::nullopt : std::optional(column - 1);
}

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t out = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

Failure too_large(std::string_view code, std::size_t row, std::string_view what) {
    return Failure(FailureKind::TooLarge, std::string(code), "Row " + std::to_string(row) + " of the sheet has " + std::string(what) + ".");
}

/// Signs that XML cannot hold are written as _x000D_.
std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        bool escaped = text.size() - i >= 7 && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_' &&
                       std::from_chars(text.data() + i + 2, text.data() + i + 6, code, 16).ptr == text.data() + i + 6;
        if (!escaped || code >= 0x80) {
            out += text[i];
            continue;
        }
        if (code != 0) out += static_cast<char>(code);
        i += 6;
    }
    return out;
}

}  // namespace

std::size_t SheetRows::Row::filled() const {
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const Cell& cell) { return cell.size > 0; }));
}

SheetRows::SheetRows(Workbook& workbook, zip::Reader::File file) : workbook_(workbook), size_(file.size), reader_(std::move(file.bytes), *this) {}

bool SheetRows::next(Row& row) {
    do {
        has_row_ = false;
        while (!has_row_)
            if (!reader_.read()) break;
        if (!has_row_) return false;
        std::swap(row, row_);
    } while (row.filled() == 0);
    return true;
}

double SheetRows::progress() const { return size_ == 0 ? 0 : std::min(1.0, static_cast<double>(reader_.bytes_read()) / static_cast<double>(size_)); }

void SheetRows::begin_element(std::string_view name, const xml::Attributes& attributes) {
    in_value_ = (name == "v" || name == "t") && !phonetic_;
    if (name == "c") return begin_cell(attributes);
    if (name == "rPh") phonetic_ = true;
    if (name != "row") return;
    // Rows stand in their order, whatever a damaged sheet says, so that each has a number of its own.
    std::uint64_t number = number_in(attributes.value("r")).value_or(0);
    row_number_ = number > row_number_ && number <= most_rows ? number : row_number_ + 1;
    row_.number = row_number_;
    row_.text.clear();
    row_.cells.clear();
    column_ = 0;
    in_row_ = true;
}

void SheetRows::begin_cell(const xml::Attributes& attributes) {
    column_ = column_of(attributes.value("r")).value_or(column_);
    if (column_ >= limits.cells) throw too_large("too_many_cells", row_number_, "more cells than a sheet has columns");
    type_ = attributes.value("t");
    style_ = number_in(attributes.value("s")).value_or(0);
    value_.clear();
}

void SheetRows::end_element(std::string_view name) {
    in_value_ = false;
    if (name == "rPh") phonetic_ = false;
    if (name == "c") end_cell();
    // In a damaged sheet a row may stand in a row: the one around it ends when the inner one does.
    if (name != "row" || !in_row_) return;
    in_row_ = false;
    has_row_ = true;
    reader_.pause();
}

void SheetRows::text(std::string_view piece) {
    if (!in_value_) return;
    if (value_.size() + piece.size() > limits.cell_bytes) throw too_large("cell_too_large", row_number_, "a cell of more than a megabyte");
    value_ += piece;
}

void SheetRows::end_cell() {
    if (type_ == "s") {
        auto number = number_in(value_);
        if (!number) value_.clear();
        put(number ? unescaped(workbook_.texts().at(*number)) : std::string());
    } else if (type_ == "str" || type_ == "inlineStr") {
        put(unescaped(value_));
    } else if (type_ == "b") {
        put(value_ == "1" ? "true" : value_ == "0" ? "false" : value_);
    } else if (type_ == "e" || type_ == "d") {
        put(value_);
    } else {
        put(value_.empty() ? std::string() : written(value_, workbook_.kind_of_style(style_), workbook_.epoch()));
    }
    ++column_;
}

void SheetRows::put(std::string_view text) {
    if (text.empty()) return;
    if (row_.text.size() + text.size() > limits.row_bytes) throw too_large("row_too_large", row_number_, "more than 16 MB");
    if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
    row_.cells[column_] = {row_.text.size(), text.size()};
    row_.text += text;
}

}  // namespace rapport::documents::xlsx

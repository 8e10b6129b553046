#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "documents/byte_source.h"
#include "documents/zip/writer.h"

namespace rapport::documents::xlsx {

/// Writes a workbook (XLSX) while its rows come, in bounded memory. A text is a text in it, whatever it begins with: nothing
/// that is written is ever run as a formula.
class Writer {
public:
    /// The header stands at the top of each sheet; there is a further one when a sheet is full.
    Writer(ByteSink sink, std::vector<std::string> header);

    /// Of more than 32,767 characters, which is what a cell takes, the first are written.
    void text(std::string_view text);
    /// Digits with a point. What has anything else in it, or more than the fifteen digits that a spreadsheet keeps, is written as a text.
    void number(std::string_view digits);
    void boolean(bool value);
    void date(Date day);
    /// In UTC.
    void moment(DateTime moment);
    void empty() { ++column_; }
    void end_row();
    /// Ends the workbook. Without it what was written is none.
    void finish();

private:
    void begin_sheet();
    void end_sheet();
    void open_row();
    void cell(std::string_view attributes, std::string_view content);
    void add_file(const std::string& name, std::string_view content);
    void flush();

    zip::Writer archive_;
    std::vector<std::string> header_;
    std::string buffer_;
    std::size_t sheets_ = 0;
    std::size_t rows_ = 0;  // of the sheet
    std::size_t column_ = 0;
    bool row_is_open_ = false;
};

}  // namespace rapport::documents::xlsx

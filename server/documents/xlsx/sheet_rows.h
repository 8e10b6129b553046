#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/xlsx/workbook.h"
#include "documents/xml/reader.h"

namespace rapport::documents::xlsx {

/// The rows of a sheet as texts, one after the other, in bounded memory.
class SheetRows final : xml::Listener {
public:
    struct Row {
        std::size_t number = 0;
        std::string text;  // of all cells
        struct Cell {
            std::size_t offset = 0, size = 0;
        };
        std::vector<Cell> cells;  // up to the last that holds something

        std::string_view cell(std::size_t i) const { return std::string_view(text).substr(cells[i].offset, cells[i].size); }
        std::size_t filled() const;
    };

    /// The workbook outlives this.
    SheetRows(Workbook& workbook, zip::Reader::File file);

    /// The next row with something in it; false at the end of the sheet.
    /// Throws Failure(TooLarge) naming the row: "cell_too_large", "row_too_large", "too_many_cells"; and what xml::Reader throws.
    bool next(Row& row);
    /// How much of the sheet is behind, from 0 to 1.
    double progress() const;

private:
    void begin_element(std::string_view name, const xml::Attributes& attributes) override;
    void end_element(std::string_view name) override;
    void text(std::string_view piece) override;
    void begin_cell(const xml::Attributes& attributes);
    void end_cell();
    void put(std::string_view text);

    Workbook& workbook_;
    std::uint64_t size_;
    xml::Reader reader_;
    Row row_;
    bool in_row_ = false;
    bool has_row_ = false;
    std::size_t row_number_ = 0;
    std::size_t column_ = 0;  // of the cell that is read
    std::string type_;
    std::uint64_t style_ = 0;
    std::string value_;
    bool in_value_ = false;
    bool phonetic_ = false;
};

}  // namespace rapport::documents::xlsx

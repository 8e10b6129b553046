#pragma once

#include "documents/table/table.h"
#include "documents/xlsx/sheet_rows.h"

namespace rapport::documents::xlsx {

/// Reads a sheet of a workbook (XLSX): numbers and days as their formats mean them, yes and no as "true" and "false",
/// formulas as the result that was saved with them.
class Reader final : public Table {
public:
    /// The first sheet when the name is empty. Throws what Workbook throws, and Failure(Invalid, "empty_file").
    explicit Reader(ByteSource source, std::string_view sheet = {});

    std::string_view format() const override { return "xlsx"; }
    const std::vector<std::string>& header() const override { return header_; }
    const std::vector<Problem>& notes() const override { return notes_; }
    std::vector<std::string> sheets() const override;
    std::string sheet() const override { return sheet_.name; }
    bool next(Row& row) override;
    std::uint64_t bytes_read() const override { return static_cast<std::uint64_t>(rows_.progress() * static_cast<double>(file_.size())); }

private:
    zip::Reader::File open_sheet() const;
    std::size_t find_header();
    void read_header();

    TemporaryFile file_;
    zip::Reader archive_;
    Workbook workbook_;
    const Sheet& sheet_;
    SheetRows rows_;
    SheetRows::Row read_;
    std::vector<std::string> header_;
    std::vector<Problem> notes_;
};

}  // namespace rapport::documents::xlsx

#include "documents/xlsx/reader.h"

#include "base/failure.h"
#include "base/text.h"
#include "documents/table/header.h"

namespace rapport::documents::xlsx {
namespace {

/// Of the packed file; it stands on disk while it is read.
constexpr std::uint64_t most_file_bytes = 100 << 20;
constexpr std::size_t rows_to_judge = 20;

std::string_view spooled(TemporaryFile& file, ByteSource source) {
    file.append_all(source, most_file_bytes);
    return file.bytes();
}

/// "C" is column 2, as sheets name them.
std::string name_of_column(std::size_t column) {
    std::string name;
    for (++column; column > 0; column = (column - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    return name;
}

}  // namespace

Reader::Reader(ByteSource source, std::string_view sheet)
    : archive_(spooled(file_, std::move(source))), workbook_(archive_), sheet_(workbook_.sheet(sheet)), rows_(workbook_, open_sheet()) {
    read_header();
}

std::vector<std::string> Reader::sheets() const {
    std::vector<std::string> names;
    for (const Sheet& sheet : workbook_.sheets()) names.push_back(sheet.name);
    return names;
}

zip::Reader::File Reader::open_sheet() const {
    auto file = archive_.open(sheet_.path, most_part_bytes);
    if (!file) throw Failure(FailureKind::Invalid, "malformed_workbook", "The workbook is damaged: its sheet " + text::quoted(sheet_.name) + " is missing. Save it anew, or save it as CSV.");
    return *std::move(file);
}

/// The number of the first row that is no title: one cell above a wider table is taken for one.
std::size_t Reader::find_header() {
    SheetRows rows(workbook_, open_sheet());
    SheetRows::Row row;
    std::size_t first = 0;
    for (std::size_t i = 0; i < rows_to_judge && rows.next(row); ++i) {
        if (row.filled() > 1) return row.number;
        if (first == 0) first = row.number;
    }
    return first;
}

void Reader::read_header() {
    const std::size_t line = find_header();
    do {
        if (!rows_.next(read_))
            throw Failure(FailureKind::Invalid, "empty_file", "The sheet " + text::quoted(sheet_.name) + " is empty: its first row names the columns, such as name and email.");
    } while (read_.number != line);
    std::vector<std::string> written;
    for (std::size_t i = 0; i < read_.cells.size(); ++i) written.emplace_back(read_.cell(i));
    Header header = header_of(written);
    header_ = std::move(header.names);
    if (line > 1) notes_.push_back(lines_before_header(line));
    notes_.insert(notes_.end(), header.notes.begin(), header.notes.end());
}

bool Reader::next(Row& row) {
    row.cells.clear();
    row.problem.reset();
    if (!rows_.next(read_)) return false;
    row.line = read_.number;
    for (std::size_t i = 0; i < std::min(read_.cells.size(), header_.size()); ++i) row.cells.push_back(read_.cell(i));
    for (std::size_t i = header_.size(); i < read_.cells.size() && !row.problem; ++i)
        if (!text::trim(read_.cell(i)).empty())
            row.problem = Problem{"", "too_many_cells", "Cell " + name_of_column(i) + std::to_string(row.line) + " has something in it, but its column has no name in the header. Give it one, or empty the cell."};
    return true;
}

}  // namespace rapport::documents::xlsx

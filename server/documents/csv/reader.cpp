#include "documents/csv/reader.h"

#include <algorithm>

#include "base/text.h"
#include "documents/csv/dialect.h"
#include "documents/table/header.h"

namespace rapport::documents::csv {
namespace {

constexpr std::size_t sample_size = 64 * 1024;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Whether each cell is UTF-8: all together are, and none begins within a character that the one before has cut.
bool is_utf8(const Scanner::Row& row) {
    if (!text::is_valid_utf8(row.text)) return false;
    return std::none_of(row.cells.begin(), row.cells.end(), [&](const Scanner::Cell& cell) {
        return cell.size > 0 && (static_cast<unsigned char>(row.text[cell.offset]) & 0xc0) == 0x80;
    });
}

ByteSource counted(ByteSource source, std::shared_ptr<std::uint64_t> bytes) {
    return [source = std::move(source), bytes = std::move(bytes)](char* buffer, std::size_t capacity) {
        std::size_t count = source(buffer, capacity);
        *bytes += count;
        return count;
    };
}

Problem note(std::string_view code, std::string message) { return {"", std::string(code), std::move(message)}; }

/// The first 40 characters or so.
std::string clipped(std::string_view text) {
    std::size_t size = std::min<std::size_t>(text.size(), 40);
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) ++size;
    return std::string(text.substr(0, size)) + (size < text.size() ? "…" : "");
}

}  // namespace

Reader::Reader(ByteSource source, ReadOptions options) : bytes_read_(std::make_shared<std::uint64_t>(0)), formula_guard_(options.formula_guard) {
    source = counted(std::move(source), bytes_read_);
    std::string first_bytes = peek(source, sample_size);
    Encoding encoding = detect_encoding(first_bytes);
    bool detected = options.encoding.empty();
    if (!detected) encoding.name = options.encoding;
    // Windows-1252 contains ASCII, so that the scanner can work on its bytes and only rows that need it are converted.
    bool as_it_is = detected && encoding.name == "windows-1252";
    may_be_windows_1252_ = detected && encoding.name == "UTF-8" && encoding.mark_bytes == 0 && is_ascii(first_bytes);
    encoding_ = encoding.name;
    if (!as_it_is) source = decoded(std::move(source), encoding);

    std::string first_text = peek(source, sample_size);
    Dialect dialect = detect_dialect(first_text, first_text.size() < sample_size, options.delimiter);
    delimiter_ = dialect.delimiter;
    scanner_ = std::make_unique<Scanner>(std::move(source), delimiter_, options.limits);
    if (dialect.names_delimiter) scanner_->next(scanned_);
    read_header(dialect.rows_before_header);
}

Reader::~Reader() = default;

void Reader::read_header(std::size_t rows_before) {
    for (std::size_t i = 0; i < rows_before; ++i) scanner_->next(scanned_);
    if (!next_not_blank())
        throw Failure(FailureKind::Invalid, "empty_file",
                      "The file is empty: its first line names the columns, such as \"name,email\".");
    mend_encoding();
    std::vector<std::string> written;
    for (std::size_t i = 0; i < scanned_.cells.size(); ++i) written.emplace_back(cell(i));
    Header header = header_of(written);
    header_ = std::move(header.names);
    if (rows_before > 0 && scanned_.line > 1) notes_.push_back(lines_before_header(scanned_.line));
    notes_.insert(notes_.end(), header.notes.begin(), header.notes.end());
}

std::string_view Reader::cell(std::size_t column) const {
    const std::string_view text = scanned_.cell(column);
    return formula_guard_ == FormulaGuard::On ? unguarded(text) : text;
}

bool Reader::next_not_blank() {
    while (scanner_->next(scanned_))
        if (!scanned_.blank()) return true;
    return false;
}

bool Reader::next(Row& row) {
    row.cells.clear();
    row.problem.reset();
    if (!next_not_blank()) return false;
    row.problem = mend_encoding();
    row.line = scanned_.line;
    // Spreadsheets end lines with more delimiters than there are columns; only cells with something in them are too many.
    std::size_t width = scanned_.cells.size();
    while (width > header_.size() && text::trim(scanned_.cell(width - 1)).empty()) --width;
    for (std::size_t i = 0; i < std::min(width, header_.size()); ++i) row.cells.push_back(cell(i));

    if (scanned_.unclosed)
        row.problem = note("unclosed_quote", "A quote is opened in line " + std::to_string(row.line) +
                                                 " and never closed, so that the rest of the file was read as one cell. Close it.");
    else if (width > header_.size())
        row.problem = note("too_many_cells",
                           "The row has " + std::to_string(width) + " cells, but the header names " + std::to_string(header_.size()) +
                               " columns; the first too many is \"" + clipped(text::trim(scanned_.cell(header_.size()))) +
                               "\". Put quotes around a cell that contains the delimiter.");
    return true;
}

std::optional<Problem> Reader::mend_encoding() {
    if (encoding_ != "windows-1252") {
        if (is_ascii(scanned_.text)) return std::nullopt;
        if (is_utf8(scanned_)) {
            may_be_windows_1252_ = false;
            return std::nullopt;
        }
        if (may_be_windows_1252_) encoding_ = "windows-1252";
    }
    if (is_ascii(scanned_.text)) return std::nullopt;
    std::string mended;
    mended.reserve(scanned_.text.size() * 2);
    for (Scanner::Cell& cell : scanned_.cells) {
        std::string text = from_windows_1252(std::string_view(scanned_.text).substr(cell.offset, cell.size));
        cell = {mended.size(), text.size(), cell.quoted};
        mended += text;
    }
    scanned_.text = std::move(mended);
    if (encoding_ == "windows-1252") return std::nullopt;
    return note("mixed_encoding", "The row is not in " + encoding_ + " as the rows before it: some of its letters may be wrong. "
                                      "Save the file anew in one encoding.");
}

}  // namespace rapport::documents::csv

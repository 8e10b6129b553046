#include "documents/csv/scanner.h"

#include <algorithm>
#include <cstring>

#include "base/failure.h"

namespace rapport::documents::csv {
namespace {

constexpr std::size_t piece = 64 * 1024;
/// How far a stray quote may look for one that closes its cell.
constexpr std::size_t horizon = 64 * 1024;

[[noreturn]] void too_large(std::string_view code, std::size_t line, std::string_view what) {
    throw Failure(FailureKind::TooLarge, std::string(code),
                  "Line " + std::to_string(line) + " " + std::string(what) +
                      " Usually a quote was opened there and never closed: mend that line and try again.");
}

}  // namespace

bool Scanner::Row::blank() const {
    return cells.size() == 1 && !cells[0].quoted &&
           std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t'; });
}

Scanner::Scanner(ByteSource source, char delimiter, Limits limits)
    : source_(std::move(source)), delimiter_(static_cast<unsigned char>(delimiter)), limits_(limits) {}

bool Scanner::next(Row& row) {
    row.text.clear();
    row.cells.clear();
    row.unclosed = false;
    if (look() == at_end) return false;
    row.line = line_;
    for (;;) {
        if (row.cells.size() == limits_.cells)
            too_large("too_many_cells", row.line, "has more than " + std::to_string(limits_.cells) + " cells.");
        read_cell(row);
        if (look() != delimiter_) break;
        ++position_;
        after_return_ = false;
    }
    finish_line();
    return true;
}

/// The byte so far ahead, or at_end.
int Scanner::look(std::size_t ahead) {
    while (position_ + ahead >= buffer_.size())
        if (!fill()) return at_end;
    return static_cast<unsigned char>(buffer_[position_ + ahead]);
}

bool Scanner::fill() {
    if (source_ended_) return false;
    buffer_.erase(0, position_);
    position_ = 0;
    std::size_t before = buffer_.size();
    buffer_.resize(before + piece);
    std::size_t count = source_(buffer_.data() + before, piece);
    buffer_.resize(before + count);
    source_ended_ = count == 0;
    return count > 0;
}

std::size_t Scanner::blanks_from(std::size_t ahead) {
    std::size_t count = 0;
    while (count < horizon && is_blank(look(ahead + count))) ++count;
    return count;
}

void Scanner::read_cell(Row& row) {
    std::size_t begin = row.text.size();
    std::size_t blanks = blanks_from(0);
    bool quoted = look(blanks) == '"';
    if (quoted) {
        position_ += blanks + 1;
        after_return_ = false;
        quoted = read_quoted(row, begin);
    } else {
        read_plain(row);
        check_size(row, begin);
    }
    row.cells.push_back({begin, row.text.size() - begin, quoted});
}

/// Up to the delimiter or the end of the line; quotes are characters like others.
void Scanner::read_plain(Row& row) {
    std::size_t begin = row.text.size();
    while (look() != at_end) {
        const char* from = buffer_.data() + position_;
        const char* end = buffer_.data() + buffer_.size();
        const char* stop = std::find_if(from, end, [&](char c) { return ends_cell(static_cast<unsigned char>(c)); });
        take(row, static_cast<std::size_t>(stop - from));
        if (stop != end) return;
        check_size(row, begin);
    }
}

/// After the opening quote, up to the delimiter behind the closing one. Answers false when the quotes turn out to be text:
/// `"Acme" Corporation` is a name with quotes in it.
bool Scanner::read_quoted(Row& row, std::size_t begin) {
    for (;;) {
        if (look() == at_end) {
            row.unclosed = true;
            return true;
        }
        const char* from = buffer_.data() + position_;
        std::size_t ahead = buffer_.size() - position_;
        const void* quote = std::memchr(from, '"', ahead);
        take(row, quote ? static_cast<std::size_t>(static_cast<const char*>(quote) - from) : ahead);
        check_size(row, begin);
        if (!quote) continue;

        if (look(1) == '"') {
            row.text += '"';
            position_ += 2;
            continue;
        }
        std::size_t blanks = blanks_from(1);
        if (ends_cell(look(1 + blanks))) {
            position_ += 1 + blanks;
            return true;
        }
        bool closes_later = closes_on_this_line();
        row.text += '"';
        ++position_;
        if (closes_later) continue;
        row.text.insert(begin, 1, '"');
        read_plain(row);
        check_size(row, begin);
        return false;
    }
}

/// At a quote within a quoted cell that is neither doubled nor at the cell's end: is there a later one, on this line, that
/// closes the cell? In `"the "big" one",x` there is; in `"Acme" Corporation,"x"` the next quote opens another cell.
bool Scanner::closes_on_this_line() {
    int before = '"';
    for (std::size_t ahead = 1; ahead < horizon; ++ahead) {
        int c = look(ahead);
        if (c == at_end || c == '\n' || c == '\r') return false;
        if (c == '"') {
            if (before == delimiter_) return false;
            if (ends_cell(look(ahead + 1 + blanks_from(ahead + 1)))) return true;
        }
        if (!is_blank(c)) before = c;
    }
    return false;
}

/// Past the line end that stands here: CR LF, LF or CR.
void Scanner::finish_line() {
    int c = look();
    if (c == at_end) return;
    if (c == '\r' && look(1) == '\n') ++position_;
    ++position_;
    ++line_;
    after_return_ = false;
}

/// Moves bytes into the row, counting the lines that they end.
void Scanner::take(Row& row, std::size_t count) {
    std::string_view bytes(buffer_.data() + position_, count);
    for (char c : bytes) {
        if (c == '\r' || (c == '\n' && !after_return_)) ++line_;
        after_return_ = c == '\r';
    }
    row.text.append(bytes);
    position_ += count;
}

void Scanner::check_size(const Row& row, std::size_t begin) const {
    if (row.text.size() - begin > limits_.cell_bytes)
        too_large("cell_too_large", row.line,
                  "has a cell of more than " + std::to_string(limits_.cell_bytes / 1024) + " KB.");
    if (row.text.size() > limits_.row_bytes)
        too_large("row_too_large", row.line, "has more than " + std::to_string(limits_.row_bytes / 1024) + " KB.");
}

}  // namespace rapport::documents::csv

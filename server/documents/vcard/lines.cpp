#include "documents/vcard/lines.h"

#include <algorithm>

#include "base/text.h"

namespace rapport::documents::vcard {
namespace {

constexpr std::size_t most_kept = 1 << 20;
constexpr std::size_t piece = 64 << 10;

/// Whether its value ends in a soft line break, which such values have instead of folding.
bool goes_on(const std::string& line) {
    if (line.empty() || line.back() != '=') return false;
    return text::lower(line.substr(0, line.find(':'))).find("quoted-printable") != std::string::npos;
}

}  // namespace

int Lines::look() {
    if (place_ == buffer_.size()) {
        buffer_.resize(piece);
        buffer_.resize(source_(buffer_.data(), piece));
        place_ = 0;
        if (buffer_.empty()) return -1;
    }
    return static_cast<unsigned char>(buffer_[place_]);
}

/// Appends what stands up to the line's end, and goes behind it.
void Lines::take_line(Line& line) {
    for (int c = look(); c != -1; c = look()) {
        std::size_t end = buffer_.find_first_of("\r\n", place_);
        std::size_t size = std::min(end, buffer_.size()) - place_;
        if (line.text.size() + size > most_kept) line.cut = true;
        else if (!line.cut) line.text.append(buffer_, place_, size);
        place_ += size;
        if (end == std::string::npos) continue;
        bool returned = buffer_[place_++] == '\r';
        if (returned && look() == '\n') ++place_;
        ++number_;
        return;
    }
}

bool Lines::next(Line& line) {
    if (look() == -1) return false;
    line = {{}, number_, false};
    take_line(line);
    for (;;) {
        int c = look();
        if (goes_on(line.text) && c != -1) {
            line.text.pop_back();
            take_line(line);
        } else if (c == ' ' || c == '\t') {
            ++place_;
            take_line(line);
        } else {
            return true;
        }
    }
}

}  // namespace rapport::documents::vcard

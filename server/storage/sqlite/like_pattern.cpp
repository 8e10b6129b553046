#include "storage/sqlite/like_pattern.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/failure.h"

namespace rapport::storage {
namespace {

constexpr std::int32_t any_run = -1;
constexpr std::int32_t any_one = -2;
constexpr std::int32_t malformed = -3;

/// The character at `position`, folded, and moves past it.
std::int32_t next_folded(std::string_view text, std::size_t& position) {
    const auto first = static_cast<unsigned char>(text[position]);
    if (first < 0x80) {
        ++position;
        return first >= 'A' && first <= 'Z' ? first + ('a' - 'A') : first;
    }
    auto offset = static_cast<std::int32_t>(position);
    UChar32 c;
    U8_NEXT(text.data(), offset, static_cast<std::int32_t>(text.size()), c);
    position = static_cast<std::size_t>(offset);
    return c < 0 ? malformed : u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

}  // namespace

LikePattern::LikePattern(std::string_view pattern) {
    for (std::size_t position = 0; position < pattern.size();) {
        const char c = pattern[position];
        if (c == '%' || c == '_') {
            characters_.push_back(c == '%' ? any_run : any_one);
            ++position;
            continue;
        }
        if (c == '\\' && ++position == pattern.size())
            throw Failure(FailureKind::Invalid, "invalid_pattern",
                          "The pattern ends in a backslash, which needs a character after it. Write two backslashes to mean one.");
        characters_.push_back(next_folded(pattern, position));
    }
}

bool LikePattern::matches(std::string_view text) const {
    std::size_t at = 0;      // in the pattern
    std::size_t position = 0;  // in the text
    // Where to go on when what followed the last % does not fit: that run takes one character more.
    bool has_run = false;
    std::size_t after_run = 0;
    std::size_t run_end = 0;
    while (position < text.size()) {
        if (at < characters_.size() && characters_[at] == any_run) {
            has_run = true;
            after_run = ++at;
            run_end = position;
            continue;
        }
        std::size_t next = position;
        const std::int32_t c = next_folded(text, next);
        if (at < characters_.size() && (characters_[at] == any_one || characters_[at] == c)) {
            ++at;
            position = next;
            continue;
        }
        if (!has_run) return false;
        next_folded(text, run_end);
        position = run_end;
        at = after_run;
    }
    while (at < characters_.size() && characters_[at] == any_run) ++at;
    return at == characters_.size();
}

}  // namespace rapport::storage

#include "search/pieces.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "base/text.h"

namespace rapport::search {
namespace {

/// Longer runs are no words of people; they are found by their beginnings.
constexpr std::size_t longest_word = 60;  // bytes
constexpr std::size_t most_marks = 3;

bool is_unspaced(UChar32 c) {
    if (c < 0xe00) return false;
    for (UScriptCode script : {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_THAI, USCRIPT_LAO, USCRIPT_KHMER, USCRIPT_MYANMAR})
        if (uscript_hasScript(c, script)) return true;
    return false;
}

/// Vowel signs and the like belong to the letter before them.
bool is_of_word(UChar32 c) { return u_isalnum(c) || ((U_GC_M_MASK & U_MASK(u_charType(c))) != 0); }

/// Joins letters without being seen: Persian and Hindi, and hyphens that show only at the end of a line.
bool is_invisible(UChar32 c) { return c == 0x200c || c == 0x200d || c == 0xad; }

bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }

class Cutter {
public:
    Cutter(std::string_view text, std::vector<Piece>& pieces) : text_(text), length_(static_cast<int32_t>(text.size())), pieces_(pieces) {}

    void cut() {
        while (place_ < length_) {
            const int32_t begin = place_;
            UChar32 c;
            U8_NEXT(text_.data(), place_, length_, c);
            if (c >= 0 && is_of_word(c)) take(begin, c);
        }
    }

private:
    void take(int32_t begin, UChar32 first) {
        const bool unspaced = is_unspaced(first);
        Piece piece;
        piece.gap = text_.substr(static_cast<std::size_t>(end_), static_cast<std::size_t>(begin - end_));
        piece.kind = unspaced ? Piece::Kind::Unspaced : is_digit(first) ? Piece::Kind::Number : Piece::Kind::Word;
        append(piece, begin, place_);
        while (place_ < length_) {
            const int32_t before = place_;
            UChar32 c;
            U8_NEXT(text_.data(), place_, length_, c);
            if (c >= 0 && is_invisible(c)) continue;
            if (c < 0 || !is_of_word(c) || is_unspaced(c) != unspaced) {
                place_ = before;
                break;
            }
            if (!unspaced && !is_digit(c)) piece.kind = Piece::Kind::Word;
            append(piece, before, place_);
        }
        end_ = place_;
        if (!unspaced) take_marks(piece);
        pieces_.push_back(std::move(piece));
    }

    void append(Piece& piece, int32_t begin, int32_t end) const {
        const bool fits = piece.kind == Piece::Kind::Unspaced || piece.text.size() + static_cast<std::size_t>(end - begin) <= longest_word;
        if (fits) piece.text += text_.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    }

    /// The plus signs of C++ are a part of its name when nothing follows them.
    void take_marks(Piece& piece) {
        auto at = [&](int32_t place) { return place < length_ ? text_[static_cast<std::size_t>(place)] : ' '; };
        int32_t end = place_;
        while (at(end) == '+' || at(end) == '#') ++end;
        const auto count = static_cast<std::size_t>(end - place_);
        UChar32 next = ' ';
        if (int32_t after = end; after < length_) U8_NEXT(text_.data(), after, length_, next);
        if (count == 0 || count > most_marks || piece.kind == Piece::Kind::Number || (next >= 0 && is_of_word(next))) return;
        piece.text += text_.substr(static_cast<std::size_t>(place_), count);
        end_ = place_ = end;
    }

    std::string_view text_;
    int32_t length_;
    std::vector<Piece>& pieces_;
    int32_t place_ = 0;
    int32_t end_ = 0;  // of the last piece
};

bool joins(std::string_view gap) {
    constexpr std::string_view apostrophe = "\u2019";
    return gap == apostrophe || (gap.size() == 1 && std::string_view("-._/'").find(gap.front()) != std::string_view::npos);
}

bool joins_numbers(std::string_view gap) {
    constexpr std::size_t longest = 3;
    return !gap.empty() && gap.size() <= longest && gap.find_first_not_of(" -./()+") == std::string_view::npos;
}

}  // namespace

Pieces::Pieces(std::string_view text) : folded_(text::fold(text)) { Cutter(folded_, pieces_).cut(); }

std::size_t Pieces::chain(std::size_t first) const {
    std::size_t count = 1;
    auto fits = [&](const Piece& piece) { return piece.kind != Piece::Kind::Unspaced; };
    while (fits(pieces_[first]) && first + count < pieces_.size() && fits(pieces_[first + count]) && joins(pieces_[first + count].gap)) ++count;
    return count;
}

std::size_t Pieces::number(std::size_t first) const {
    std::size_t count = 1;
    auto fits = [&](const Piece& piece) { return piece.kind == Piece::Kind::Number; };
    while (fits(pieces_[first]) && first + count < pieces_.size() && fits(pieces_[first + count]) && joins_numbers(pieces_[first + count].gap)) ++count;
    return count;
}

std::string Pieces::joined(std::size_t first, std::size_t count) const {
    std::string out;
    for (std::size_t i = first; i < first + count; ++i) out += pieces_[i].text;
    return out;
}

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
        out.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return out;
}

}  // namespace rapport::search

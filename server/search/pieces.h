#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport::search {

/// A run of letters and digits, as a text has it.
struct Piece {
    enum class Kind {
        Word,      // "muller", "c++", "a7"
        Number,    // digits only
        Unspaced,  // of a script that does not part its words: Chinese, Japanese, Thai, …
    };
    Kind kind = Kind::Word;
    std::string text;  // folded: case, accents and widths do not count
    std::string gap;   // what stands between the piece before and this one, folded
};

/// A text cut for search. Texts that are kept and texts that are typed are cut alike.
class Pieces {
public:
    explicit Pieces(std::string_view text);

    const std::string& folded() const { return folded_; }
    const std::vector<Piece>& list() const { return pieces_; }

    /// How many pieces from `first` on are written as one: "INV-2026-0042", "o'neil"; a telephone number in groups. At least 1.
    std::size_t chain(std::size_t first) const;
    std::size_t number(std::size_t first) const;
    /// The texts of `count` pieces without what stands between them.
    std::string joined(std::size_t first, std::size_t count) const;

private:
    std::string folded_;
    std::vector<Piece> pieces_;
};

/// The characters of a text, one by one.
std::vector<std::string_view> characters(std::string_view text);

}  // namespace rapport::search

#include "search/words.h"

#include <algorithm>

namespace rapport::search {
namespace {

constexpr std::size_t longest_joined = 40;
constexpr std::size_t shortest_number = 6;
constexpr std::size_t longest_number = 15;  // of telephone numbers, by E.164
constexpr std::size_t shortest_name = 4;
constexpr std::size_t longest_name = 24;

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

void keep_each_once(std::vector<std::string>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

/// Pieces that are written as one.
std::vector<std::string> chains_of(const Pieces& pieces) {
    std::vector<std::string> words;
    const auto& list = pieces.list();
    for (std::size_t first = 0; first < list.size();) {
        const std::size_t count = pieces.chain(first);
        std::string joined = count > 1 ? pieces.joined(first, count) : std::string();
        const bool apostrophes = std::all_of(list.begin() + static_cast<std::ptrdiff_t>(first) + 1, list.begin() + static_cast<std::ptrdiff_t>(first + count),
                                             [](const Piece& piece) { return piece.gap == "'" || piece.gap.size() > 1; });
        if (count > 1 && joined.size() <= longest_joined && (apostrophes || has_digit(joined))) words.push_back(std::move(joined));
        first += count;
    }
    return words;
}

void add_numbers(const Pieces& pieces, std::vector<std::string>& words) {
    for (std::size_t first = 0; first < pieces.list().size();) {
        const std::size_t count = pieces.number(first);
        std::string joined = count > 1 ? pieces.joined(first, count) : std::string();
        if (joined.size() >= shortest_number && joined.size() <= longest_number) words.push_back(std::move(joined));
        first += count;
    }
}

/// "0042" is known as "42", too.
std::string without_zeros(const std::string& number) { return number.substr(std::min(number.find_first_not_of('0'), number.size() - 1)); }

}  // namespace

bool is_name(std::string_view word) {
    if (has_digit(word) || word.find_first_of("+#") != std::string_view::npos) return false;
    const std::size_t length = characters(word).size();
    return length >= shortest_name && length <= longest_name;
}

std::vector<std::string> pairs_of(std::string_view unspaced) {
    std::vector<std::string> out;
    auto all = characters(unspaced);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) out.emplace_back(std::string(all[i]) + std::string(all[i + 1]));
    return out;
}

std::vector<std::string> words_of(const Pieces& pieces) {
    std::vector<std::string> words;
    for (const Piece& piece : pieces.list()) {
        if (piece.kind != Piece::Kind::Unspaced) {
            words.push_back(piece.text);
            if (piece.kind == Piece::Kind::Number && piece.text.starts_with('0')) words.push_back(without_zeros(piece.text));
            continue;
        }
        for (std::string& pair : pairs_of(piece.text)) words.push_back(std::move(pair));
        words.emplace_back(characters(piece.text).back());
    }
    for (std::string& chain : chains_of(pieces)) words.push_back(std::move(chain));
    add_numbers(pieces, words);
    keep_each_once(words);
    return words;
}

std::vector<std::string> names_of(const Pieces& pieces) {
    std::vector<std::string> names;
    for (const Piece& piece : pieces.list())
        if (piece.kind == Piece::Kind::Word && is_name(piece.text)) names.push_back(piece.text);
    for (std::string& chain : chains_of(pieces))
        if (is_name(chain)) names.push_back(std::move(chain));
    keep_each_once(names);
    return names;
}

}  // namespace rapport::search

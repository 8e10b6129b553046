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

void add_chains(const Pieces& pieces, std::vector<std::string>& words) {
    const auto& list = pieces.list();
    for (std::size_t first = 0; first < list.size();) {
        const std::size_t count = pieces.chain(first);
        std::string joined = count > 1 ? pieces.joined(first, count) : std::string();
        const bool apostrophes = std::all_of(list.begin() + static_cast<std::ptrdiff_t>(first) + 1, list.begin() + static_cast<std::ptrdiff_t>(first + count),
                                             [](const Piece& piece) { return piece.gap == "'" || piece.gap.size() > 1; });
        if (count > 1 && joined.size() <= longest_joined && (apostrophes || has_digit(joined))) words.push_back(std::move(joined));
        first += count;
    }
}

void add_numbers(const Pieces& pieces, std::vector<std::string>& words) {
    for (std::size_t first = 0; first < pieces.list().size();) {
        const std::size_t count = pieces.number(first);
        std::string joined = count > 1 ? pieces.joined(first, count) : std::string();
        if (joined.size() >= shortest_number && joined.size() <= longest_number) words.push_back(std::move(joined));
        first += count;
    }
}

}  // namespace

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
            continue;
        }
        for (std::string& pair : pairs_of(piece.text)) words.push_back(std::move(pair));
        words.emplace_back(characters(piece.text).back());
    }
    add_chains(pieces, words);
    add_numbers(pieces, words);
    keep_each_once(words);
    return words;
}

std::vector<std::string> names_of(const Pieces& pieces) {
    std::vector<std::string> names;
    for (const Piece& piece : pieces.list()) {
        const bool is_name = piece.kind == Piece::Kind::Word && !has_digit(piece.text) && piece.text.find_first_of("+#") == std::string::npos;
        const std::size_t length = is_name ? characters(piece.text).size() : 0;
        if (length >= shortest_name && length <= longest_name) names.push_back(piece.text);
    }
    keep_each_once(names);
    return names;
}

}  // namespace rapport::search

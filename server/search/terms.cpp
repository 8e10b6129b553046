#include "search/terms.h"

#include <algorithm>

#include "search/words.h"

namespace rapport::search {
namespace {

/// A character of the plane that no script uses. One character has no beginnings to be kept in an index of beginnings.
constexpr std::uint32_t first_owner = 0xf0000;
constexpr std::int64_t owner_count = 65'000;  // more people share terms; who may see what does not depend on them

void append_character(std::string& out, std::uint32_t c) {
    out += static_cast<char>(0xf0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3f));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
}

void append(std::vector<std::string>& all, std::vector<std::string> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void keep_each_once(std::vector<std::string>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

std::string term_of(Place place, std::string_view word) { return static_cast<char>(place) + std::string(word); }

std::string term_of_owner(RecordId owner) {
    std::string out;
    append_character(out, first_owner + static_cast<std::uint32_t>(owner.sequence() % owner_count));
    return out;
}

void Terms::add(Place place, std::string_view text) {
    if (text.size() > room_) {
        text = text.substr(0, room_);
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80) text.remove_suffix(1);
        if (!text.empty()) text.remove_suffix(1);
    }
    room_ -= text.size();
    Pieces pieces(text);
    append(place == Place::Name ? in_name_ : elsewhere_, words_of(pieces));
    append(names_, names_of(pieces));
}

std::string Terms::text() {
    keep_each_once(in_name_);
    keep_each_once(elsewhere_);
    keep_each_once(names_);
    std::string out;
    auto add = [&](const std::string& term) { out += (out.empty() ? "" : " ") + term; };
    for (const std::string& word : in_name_) add(term_of(Place::Name, word));
    for (const std::string& word : elsewhere_)
        if (!std::binary_search(in_name_.begin(), in_name_.end(), word)) add(term_of(Place::Elsewhere, word));
    if (owner_) add(term_of_owner(owner_));
    return out;
}

}  // namespace rapport::search

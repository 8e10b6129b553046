#include "query/formula_text.h"

namespace rapport::query {

std::string characters(std::string_view text, std::int64_t first, std::int64_t count) {
    std::string out;
    std::int64_t index = -1;
    for (char c : text) {
        bool begins = (c & 0xc0) != 0x80;
        if (begins) ++index;
        if (index >= first + count) break;
        if (index >= first) out += c;
    }
    return out;
}

std::string without_outer_spaces(std::string_view text) {
    std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

std::string substitute(std::string_view text, std::string_view old, std::string_view replacement) {
    if (old.empty()) return std::string(text);
    std::string out;
    for (std::size_t found = text.find(old); found != std::string_view::npos; found = text.find(old)) {
        out.append(text.substr(0, found)).append(replacement);
        text.remove_prefix(found + old.size());
    }
    return out.append(text);
}

}  // namespace rapport::query

#include "storage/search_words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace rapport::storage {

std::vector<std::string> search_words(std::string_view text) {
    std::vector<std::string> words;
    const auto length = static_cast<int32_t>(text.size());
    bool inside = false;
    for (int32_t position = 0; position < length;) {
        const int32_t begin = position;
        UChar32 c;
        U8_NEXT(text.data(), position, length, c);
        if (c < 0 || !u_isalnum(c)) {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        inside = true;
        words.back().append(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(position - begin)));
    }
    return words;
}

}  // namespace rapport::storage

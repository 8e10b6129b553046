#include "base/person_name.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace rapport {
namespace {

/// Words that belong to the family name that follows them.
constexpr std::string_view particles[] = {"al",  "bin", "da", "dal", "de",  "dei", "del", "della", "den", "der", "di", "do", "dos",
                                          "du",  "el",  "ibn", "la", "le",  "lo",  "mac", "san",   "st.", "te",  "ten", "ter", "van",
                                          "vom", "von", "vor", "zu", "zum", "zur", "'t"};

bool is_particle(std::string_view word) {
    return std::find(std::begin(particles), std::end(particles), text::lower(word)) != std::end(particles);
}

bool puts_family_name_first(std::string_view word) {
    if (word.empty()) return false;
    UChar32 character = 0;
    std::int32_t position = 0;
    U8_NEXT(word.data(), position, static_cast<std::int32_t>(word.size()), character);
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(character, &error);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::int32_t position = 0;
    auto size = static_cast<std::int32_t>(text.size());
    std::int32_t begin = 0;
    while (position < size) {
        std::int32_t before = position;
        UChar32 character = 0;
        U8_NEXT(text.data(), position, size, character);
        if (!u_isUWhiteSpace(character)) continue;
        if (before > begin) words.push_back(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(before - begin)));
        begin = position;
    }
    if (size > begin) words.push_back(text.substr(static_cast<std::size_t>(begin)));
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) {
        if (i > from) out += ' ';
        out += words[i];
    }
    return out;
}

}  // namespace

std::string full_name(const PersonName& name) {
    if (name.first.empty()) return name.last;
    if (name.last.empty()) return name.first;
    if (puts_family_name_first(name.first) && puts_family_name_first(name.last)) return name.last + name.first;
    return name.first + " " + name.last;
}

PersonName split_name(std::string_view full) {
    if (auto comma = full.find(','); comma != std::string_view::npos)
        return {std::string(text::trim(full.substr(comma + 1))), std::string(text::trim(full.substr(0, comma)))};
    std::vector<std::string_view> words = words_of(full);
    if (words.empty()) return {};
    if (words.size() == 2 && puts_family_name_first(words[0])) return {std::string(words[1]), std::string(words[0])};
    std::size_t last = words.size() - 1;
    while (last > 1 && is_particle(words[last - 1])) --last;
    return {joined(words, 0, last), joined(words, last, words.size())};
}

}  // namespace rapport

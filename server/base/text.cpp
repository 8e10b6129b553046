#include "base/text.h"

#include <simdjson.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "base/failure.h"

namespace rapport::text {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string ascii_lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
    return out;
}

const icu::Normalizer2& compatibility_decomposition() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
    ensure(U_SUCCESS(status), "ICU has its normalization data");
    return *normalizer;
}

constexpr UChar32 braille_blank = 0x2800;  // a letter to Unicode, and nothing to the eye

bool all_of_characters(std::string_view text, const auto& holds) {
    auto length = static_cast<int32_t>(text.size());
    for (int32_t i = 0; i < length;) {
        UChar32 c;
        U8_NEXT(text.data(), i, length, c);
        if (!holds(c)) return false;
    }
    return true;
}

}  // namespace

bool is_valid_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

std::string_view trim(std::string_view text) {
    auto length = static_cast<int32_t>(text.size());
    int32_t begin = 0;
    while (begin < length) {
        int32_t next = begin;
        UChar32 c;
        U8_NEXT(text.data(), next, length, c);
        if (c < 0 || !(u_isUWhiteSpace(c) || c == 0xfeff)) break;
        begin = next;
    }
    int32_t end = length;
    while (end > begin) {
        int32_t previous = end;
        UChar32 c;
        U8_PREV(text.data(), begin, previous, c);
        if (c < 0 || !u_isUWhiteSpace(c)) break;
        end = previous;
    }
    return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

/// What people type where their keyboard does not have the letter; nothing for all others.
std::string_view plain_letters(UChar32 folded) {
    switch (folded) {
        case U'ø': return "o";
        case U'ł': return "l";
        case U'đ': case U'ð': return "d";
        case U'ħ': return "h";
        case U'ı': return "i";
        case U'ŧ': return "t";
        case U'æ': return "ae";
        case U'œ': return "oe";
        case U'þ': return "th";
        default: return {};
    }
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) return ascii_lowered(text);
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString decomposed = compatibility_decomposition().normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))), status);
    icu::UnicodeString plain;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        UChar32 c = decomposed.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) plain.append(c);
    }
    plain.foldCase();
    std::string out;
    for (int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
        const UChar32 c = plain.char32At(i);
        if (auto letters = plain_letters(c); !letters.empty()) out += letters;
        else if (c > 0x7f && u_charType(c) == U_DECIMAL_DIGIT_NUMBER) out += static_cast<char>('0' + u_charDigitValue(c));
        else icu::UnicodeString(c).toUTF8String(out);
    }
    return out;
}

std::string lower(std::string_view text) {
    if (is_ascii(text)) return ascii_lowered(text);
    std::string out;
    icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))).toLower(icu::Locale::getRoot()).toUTF8String(out);
    return out;
}

std::string upper(std::string_view text) {
    std::string out;
    icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))).toUpper(icu::Locale::getRoot()).toUTF8String(out);
    return out;
}

std::string slug(std::string_view text, char separator) {
    std::string out;
    for (char c : fold(text)) {
        bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (keep) out += c;
        else if (!out.empty() && out.back() != separator) out += separator;
    }
    if (!out.empty() && out.back() == separator) out.pop_back();
    return out;
}

bool is_identifier(std::string_view text) {
    if (text.empty() || text.size() > 60 || text.front() < 'a' || text.front() > 'z' || text.back() == '_') return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '_' && text[i - 1] == '_') return false;
        if (c != '_' && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) return false;
    }
    return true;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_previous(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            bool same = a[i - 1] == b[j - 1];
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0 : 1)});
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) current[j] = std::min(current[j], before_previous[j - 2] + 1);
        }
        std::swap(before_previous, previous);
        std::swap(previous, current);
    }
    return previous[b.size()];
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (!is_valid_utf8(text)) return "What was sent (it is not UTF-8)";
    if (text.size() <= longest) return "\"" + std::string(text) + "\"";
    std::size_t end = longest;
    // A cut inside a character would make the whole answer invalid UTF-8.
    while (end > 0 && (text[end] & 0xc0) == 0x80) --end;
    return "\"" + std::string(text.substr(0, end)) + "…\"";
}

bool is_blank(std::string_view text) {
    return all_of_characters(text, [](UChar32 c) {
        return c >= 0 && (u_isUWhiteSpace(c) || u_iscntrl(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || c == braille_blank);
    });
}

bool has_control_characters(std::string_view text) {
    return !all_of_characters(text, [](UChar32 c) { return u_charType(c) != U_CONTROL_CHAR; });
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (unsigned char byte : bytes) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

}  // namespace rapport::text

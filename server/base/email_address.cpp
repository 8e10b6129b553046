#include "base/email_address.h"

#include <unicode/idna.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/text.h"

namespace rapport {
namespace {

// Limits of RFC 5321 and of the domain name system, in bytes.
constexpr std::size_t longest_address = 254;
constexpr std::size_t longest_local_part = 64;
constexpr std::size_t longest_domain = 253;
constexpr std::size_t longest_label = 63;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Every character beyond ASCII is one that can be seen.
bool is_visible(std::string_view text) {
    auto length = static_cast<int32_t>(text.size());
    for (int32_t i = 0; i < length;) {
        UChar32 c;
        U8_NEXT(text.data(), i, length, c);
        if (c < 0 || !u_isgraph(c)) return false;
    }
    return true;
}

/// RFC 5322's dot-atom, with the letters of all scripts (RFC 6531).
bool is_local_part(std::string_view text) {
    if (text.empty() || text.size() > longest_local_part) return false;
    if (text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos) return false;
    constexpr std::string_view signs = "!#$%&'*+/=?^_`{|}~-.";
    auto allowed = [&](char c) { return !is_ascii(c) || is_letter_or_digit(c) || signs.find(c) != std::string_view::npos; };
    return std::all_of(text.begin(), text.end(), allowed) && is_visible(text);
}

/// Labels of letters, digits and hyphens; at least two, the last one not a number.
bool is_host_name(std::string_view domain) {
    if (domain.size() > longest_domain || domain.find('.') == std::string_view::npos) return false;
    std::string_view last;
    for (std::size_t begin = 0; begin <= domain.size();) {
        std::size_t end = std::min(domain.find('.', begin), domain.size());
        last = domain.substr(begin, end - begin);
        if (last.empty() || last.size() > longest_label || last.front() == '-' || last.back() == '-') return false;
        if (!std::all_of(last.begin(), last.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; })) return false;
        begin = end + 1;
    }
    return !std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const icu::IDNA& domain_rules() {
    static const std::unique_ptr<const icu::IDNA> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        constexpr uint32_t options = UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII |
                                     UIDNA_NONTRANSITIONAL_TO_UNICODE;
        std::unique_ptr<const icu::IDNA> made(icu::IDNA::createUTS46Instance(options, status));
        ensure(U_SUCCESS(status), "ICU has its data of international domain names");
        return made;
    }();
    return *rules;
}

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<int32_t>(text.size())}; }

/// The domain in lower case and its own script; nothing when it cannot be one.
std::optional<std::string> normalize_domain(std::string_view domain) {
    std::string lowered = text::lower(domain);
    bool international = lowered.find("xn--") != std::string::npos || !std::all_of(lowered.begin(), lowered.end(), is_ascii);
    if (!international) return is_host_name(lowered) ? std::optional(lowered) : std::nullopt;

    UErrorCode status = U_ZERO_ERROR;
    icu::IDNAInfo ascii_info;
    icu::IDNAInfo unicode_info;
    std::string ascii;
    std::string unicode;
    icu::StringByteSink<std::string> ascii_sink(&ascii);
    icu::StringByteSink<std::string> unicode_sink(&unicode);
    domain_rules().nameToASCII_UTF8(piece(lowered), ascii_sink, ascii_info, status);
    domain_rules().nameToUnicodeUTF8(piece(lowered), unicode_sink, unicode_info, status);
    if (U_FAILURE(status) || ascii_info.hasErrors() || unicode_info.hasErrors() || !is_host_name(ascii)) return {};
    return unicode;
}

}  // namespace

Result<std::string> normalize_email_address(std::string_view address) {
    auto refuse = [&](std::string_view why) {
        return problem("invalid_email", "This is not an e-mail address: " + std::string(why) + ". Write it as ada@example.com.");
    };
    if (address.size() > longest_address) return refuse("it is longer than 254 bytes");
    if (!text::is_valid_utf8(address)) return refuse("it is not UTF-8");
    std::size_t at = address.rfind('@');
    if (at == std::string_view::npos) return refuse("it has no @");
    std::string local = text::lower(address.substr(0, at));
    if (!is_local_part(local)) return refuse("what is before the @ cannot be there");
    auto domain = normalize_domain(address.substr(at + 1));
    if (!domain) return refuse("what is after the @ is no domain");
    return local + "@" + *domain;
}

}  // namespace rapport

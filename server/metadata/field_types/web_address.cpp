#include "metadata/field_types/web_address.h"

#include <algorithm>

#include "base/text.h"

namespace rapport::metadata::types {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The scheme by the grammar of RFC 3986, without its colon; empty when there is none.
std::string_view scheme_of(std::string_view text) {
    std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || !is_letter(text.front())) return {};
    std::string_view scheme = text.substr(0, colon);
    bool well_formed =
        std::all_of(scheme.begin(), scheme.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
    return well_formed ? scheme : std::string_view();
}

/// Blanks, control characters, and the signs by which a link could end an HTML attribute.
bool is_unfit(char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7f || c == '"' || c == '<' || c == '>' || c == '\\';
}

bool has_host(std::string_view after_scheme) {
    if (!after_scheme.starts_with("//")) return false;
    std::string_view authority = after_scheme.substr(2, after_scheme.find_first_of("/?#", 2) - 2);
    std::string_view host = authority.substr(authority.rfind('@') + 1);
    return !host.empty() && host.front() != ':' && host.front() != '.';
}

}  // namespace

bool has_scheme(std::string_view text) {
    std::string_view scheme = scheme_of(text);
    if (scheme.empty()) return false;
    std::string_view rest = text.substr(scheme.size() + 1);
    bool is_port = !rest.empty() && is_digit(rest.front()) && (scheme.find('.') != std::string_view::npos || scheme == "localhost");
    return !is_port;
}

bool is_safe_link(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), is_unfit)) return false;
    std::string scheme = text::lower(scheme_of(text));
    if (scheme.empty()) return false;
    std::string_view rest = text.substr(scheme.size() + 1);
    if (scheme == "http" || scheme == "https") return has_host(rest);
    return (scheme == "mailto" || scheme == "tel") && !rest.empty();
}

}  // namespace rapport::metadata::types

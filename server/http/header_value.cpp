#include "http/header_value.h"

#include <algorithm>

#include "http/headers.h"
#include "http/target.h"

namespace rapport::http {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// Reads "…" from the front of `rest`. Only quotes and backslashes are escaped: old browsers send paths of Windows as they are.
std::optional<std::string> take_quoted(std::string_view& rest) {
    std::string out;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest.remove_prefix(i + 1);
            return out;
        }
        bool escape = rest[i] == '\\' && i + 1 < rest.size() && (rest[i + 1] == '"' || rest[i + 1] == '\\');
        out += escape ? rest[++i] : rest[i];
    }
    return std::nullopt;
}

std::string take_plain(std::string_view& rest) {
    std::string_view plain = rest.substr(0, rest.find(';'));
    rest.remove_prefix(plain.size());
    return std::string(trimmed(plain));
}

}  // namespace

std::optional<std::string> HeaderValue::parameter(std::string_view name) const {
    for (const auto& [key, text] : parameters)
        if (equal_in_any_case(key, name)) return text;
    return std::nullopt;
}

std::optional<std::string> HeaderValue::extended_parameter(std::string_view name) const {
    auto sent = parameter(std::string(name) + "*");
    if (!sent) return std::nullopt;
    auto first = sent->find('\'');
    auto second = first == std::string::npos ? first : sent->find('\'', first + 1);
    if (second == std::string::npos || !equal_in_any_case(std::string_view(*sent).substr(0, first), "utf-8")) return std::nullopt;
    return percent_decode(std::string_view(*sent).substr(second + 1));
}

std::optional<HeaderValue> read_header_value(std::string_view text) {
    HeaderValue out;
    std::string_view rest = text;
    out.value = take_plain(rest);
    if (out.value.empty()) return std::nullopt;
    while (!rest.empty()) {
        rest = trimmed(rest.substr(1));  // behind the semicolon
        if (rest.empty()) break;
        auto equals = rest.find('=');
        if (equals == std::string_view::npos || equals > rest.find(';')) return std::nullopt;
        std::string name(trimmed(rest.substr(0, equals)));
        rest = trimmed(rest.substr(equals + 1));
        if (!rest.starts_with('"')) {
            out.parameters.emplace_back(std::move(name), take_plain(rest));
            continue;
        }
        auto quoted = take_quoted(rest);
        rest = trimmed(rest);
        if (!quoted || (!rest.empty() && rest.front() != ';')) return std::nullopt;
        out.parameters.emplace_back(std::move(name), *std::move(quoted));
    }
    return out;
}

std::string content_disposition(Disposition disposition, std::string_view file_name) {
    std::string out = disposition == Disposition::Inline ? "inline" : "attachment";
    // For programs that know no other form: what has a meaning in headers, escapes or file systems becomes "_".
    std::string plain;
    for (char c : file_name) {
        bool harmless = c >= ' ' && c <= '~' && std::string_view("\"\\%/:*?<>|;").find(c) == std::string_view::npos;
        bool continues = (static_cast<unsigned char>(c) & 0xc0) == 0x80;  // one character, one "_"
        if (harmless) plain += c;
        else if (!continues) plain += '_';
    }
    out += "; filename=\"" + plain + "\"";
    if (plain != file_name) out += "; filename*=UTF-8''" + percent_encode(file_name);
    return out;
}

}  // namespace rapport::http

#include "documents/vcard/property.h"

#include <algorithm>

#include "base/text.h"
#include "documents/csv/encoding.h"

namespace rapport::documents::vcard {
namespace {

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

std::string from_quoted_printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool escaped = text[i] == '=' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
        if (escaped) out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
        else out += text[i];
        if (escaped) i += 2;
    }
    return text::is_valid_utf8(out) ? out : csv::from_windows_1252(out);
}

/// Where the value begins: behind the first colon that no quotes hold.
std::size_t end_of_name(std::string_view line) {
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') quoted = !quoted;
        if (line[i] == ':' && !quoted) return i;
    }
    return std::string_view::npos;
}

template <class Visit>
void split(std::string_view text, char mark, const Visit& visit) {
    for (;;) {
        std::size_t end = text.find(mark);
        visit(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        char next = text[++i];
        out += next == 'n' || next == 'N' ? '\n' : next;
    }
    return std::string(text::trim(out));
}

}  // namespace

bool Property::is(std::string_view type) const { return std::find(types.begin(), types.end(), type) != types.end(); }

std::string Property::text() const { return unescaped(value); }

std::vector<std::string> Property::parts() const {
    std::vector<std::string> out;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        if (i < value.size() && value[i] == '\\') ++i;
        else if (i == value.size() || value[i] == ';') {
            out.push_back(unescaped(std::string_view(value).substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    if (begin < value.size()) out.push_back(unescaped(std::string_view(value).substr(begin)));  // a lone backslash at its end
    return out;
}

std::optional<Property> read_property(std::string_view line) {
    std::size_t colon = end_of_name(line);
    if (colon == std::string_view::npos) return std::nullopt;
    Property property;
    std::string_view value = line.substr(colon + 1);
    bool first = true, quoted_printable = false;
    split(line.substr(0, colon), ';', [&](std::string_view part) {
        if (first) {
            first = false;
            std::size_t dot = part.find('.');
            property.name = text::upper(text::trim(dot == std::string_view::npos ? part : part.substr(dot + 1)));
            return;
        }
        std::string parameter = text::lower(text::trim(part));
        std::erase(parameter, '"');
        std::size_t equals = parameter.find('=');
        std::string name = equals == std::string::npos ? "type" : parameter.substr(0, equals);  // vCard 2.1 writes kinds alone
        std::string values = equals == std::string::npos ? parameter : parameter.substr(equals + 1);
        quoted_printable = quoted_printable || values == "quoted-printable";
        if (name == "pref" && values != "0") property.types.emplace_back("pref");
        if (name == "type") split(values, ',', [&](std::string_view one) { property.types.emplace_back(text::trim(one)); });
    });
    property.value = quoted_printable ? from_quoted_printable(value) : std::string(value);
    return property;
}

}  // namespace rapport::documents::vcard

#include "http/target.h"

#include <algorithm>

#include "base/text.h"

namespace rapport::http {
namespace {

enum class Plus { IsPlus, IsSpace };

int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool decode(std::string_view text, Plus plus, std::string& out) {
    out.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            int high = i + 2 < text.size() ? digit_value(text[i + 1]) : -1;
            int low = i + 2 < text.size() ? digit_value(text[i + 2]) : -1;
            if (high < 0 || low < 0) return false;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i] == '+' && plus == Plus::IsSpace ? ' ' : text[i];
        }
    }
    return true;
}

bool decode_text(std::string_view text, Plus plus, std::string& out) {
    bool plain = std::all_of(text.begin(), text.end(), [](unsigned char c) { return c != '%' && c != '+' && c < 0x80; });
    if (plain) {
        out.assign(text);
        return true;
    }
    return decode(text, plus, out) && out.find('\0') == std::string::npos && text::is_valid_utf8(out);
}

/// A proxy may send the whole address: "http://host/path". Empty when its host cannot be one.
std::string_view without_origin(std::string_view target) {
    auto scheme = target.find("://");
    if (target.starts_with('/') || scheme == std::string_view::npos) return target;
    std::string_view rest = target.substr(scheme + 3);
    std::string_view host = rest.substr(0, rest.find('/'));
    bool is_whole = !host.empty() && (host.find('[') == std::string_view::npos) == (host.find(']') == std::string_view::npos);
    if (!is_whole) return {};
    rest.remove_prefix(host.size());
    return rest.empty() ? "/" : rest;
}

}  // namespace

bool read_target(std::string_view target, Request& request) {
    request.query.clear();
    request.target.assign(target);
    std::string_view rest = without_origin(target);
    rest = rest.substr(0, rest.find('#'));
    if (rest == "*" && request.method == Method::Options) {
        request.path = "*";
        return true;
    }
    if (!rest.starts_with('/')) return false;
    auto question = rest.find('?');
    if (!decode_text(rest.substr(0, question), Plus::IsPlus, request.path)) return false;
    rest = question == std::string_view::npos ? std::string_view() : rest.substr(question + 1);
    while (!rest.empty()) {
        std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        if (pair.empty()) continue;
        auto equals = pair.find('=');
        auto& [name, value] = request.query.emplace_back();
        if (!decode_text(pair.substr(0, equals), Plus::IsSpace, name)) return false;
        if (equals != std::string_view::npos && !decode_text(pair.substr(equals + 1), Plus::IsSpace, value)) return false;
    }
    return true;
}

std::optional<std::string> percent_decode(std::string_view text) {
    std::string out;
    if (!decode(text, Plus::IsPlus, out)) return std::nullopt;
    return out;
}

std::string percent_encode(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (unsigned char c : text) {
        bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                     std::string_view("-._~").find(static_cast<char>(c)) != std::string_view::npos;
        if (plain) {
            out += static_cast<char>(c);
        } else {
            out += '%';
            out += digits[c >> 4];
            out += digits[c & 15];
        }
    }
    return out;
}

}  // namespace rapport::http

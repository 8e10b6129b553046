#pragma once

#include <string>
#include <string_view>

namespace rapport::query {

/// A text as LIKE finds just that.
inline std::string escaped_pattern(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c == '%' || c == '_' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

}  // namespace rapport::query

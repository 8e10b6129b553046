#pragma once

#include <string_view>
#include <vector>

namespace rapport::metadata::types {

/// The members of a stored set ";a;b;"; they stand in its text.
inline std::vector<std::string_view> set_members(std::string_view stored) {
    std::vector<std::string_view> out;
    for (std::size_t begin = 1; begin < stored.size();) {
        std::size_t end = stored.find(';', begin);
        out.push_back(stored.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

}  // namespace rapport::metadata::types

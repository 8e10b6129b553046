#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rapport::storage {

/// A LIKE pattern, case-folded once and matched many times: % is any run of characters, _ is any one, a backslash takes
/// the next character as it is.
class LikePattern {
public:
    /// Throws Failure(Invalid, "invalid_pattern") for a lone backslash at the end.
    explicit LikePattern(std::string_view pattern);
    bool matches(std::string_view text) const;

private:
    std::vector<std::int32_t> characters_;  // folded code points, or one of the wildcards of like_pattern.cpp
};

}  // namespace rapport::storage

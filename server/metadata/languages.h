#pragma once

#include <array>
#include <string_view>

namespace rapport::metadata {

/// The languages that the web app speaks: those into which administrators translate what they wrote.
inline constexpr std::array<std::string_view, 8> languages{"ar", "de", "en", "es", "fr", "ja", "pt", "zh"};

}  // namespace rapport::metadata

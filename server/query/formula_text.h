#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/calendar.h"

namespace rapport::query {

constexpr std::int64_t max_text_count = 1'000'000;  // characters that a formula cuts off at most
constexpr std::int64_t first_day = -719'162;    // 0001-01-01
constexpr std::int64_t last_day = 2'932'896;    // 9999-12-31
constexpr std::int64_t first_moment = first_day * DateTime::day;
constexpr std::int64_t last_moment = (last_day + 1) * DateTime::day - 1;
constexpr std::int64_t max_day_move = 3'652'059;    // the days of 9999 years

/// `count` Unicode characters from `first` (from 0) on.
std::string characters(std::string_view text, std::int64_t first, std::int64_t count);
/// Without spaces at either end; other white space stays, as in SQL.
std::string without_outer_spaces(std::string_view text);
/// Every `old` replaced; the text itself when `old` is empty.
std::string substitute(std::string_view text, std::string_view old, std::string_view replacement);

}  // namespace rapport::query

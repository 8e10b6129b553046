#pragma once

#include <cstdint>
#include <string_view>

#include "base/calendar.h"
#include "base/result.h"

/// Days and times as people and other programs write them.
namespace rapport::metadata::types {

/// "2026-11-21", "21.11.2026", "11/25/2026", "21 Nov 2026", "Saturday, November 21st, 2026", "20261121".
/// With points the day comes first; with other signs the order must be clear from the numbers.
/// Problems: "invalid_date", "ambiguous_date".
Result<Date> parse_written_date(std::string_view written);

/// A day and a time of day, with or without zone; UTC when there is none, midnight when there is only a day.
/// Problems: "invalid_datetime", "ambiguous_date".
Result<DateTime> parse_written_datetime(std::string_view written);

/// "09:30", "9:30:15", "9:30 pm", "9 pm", as microseconds since midnight. Problem: "invalid_time".
Result<std::int64_t> parse_written_time(std::string_view written);

}  // namespace rapport::metadata::types

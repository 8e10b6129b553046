#pragma once

#include <string>
#include <string_view>

#include "base/calendar.h"

namespace rapport::query {

/// SQL for what is added to a moment (microseconds UTC) to get the wall clock of the zone, precise enough to tell the day.
/// Follows summer time from 1990 to 2060; before and after, the nearest known offset counts.
std::string zone_shift_sql(std::string_view moment, const TimeZone& zone);

}  // namespace rapport::query

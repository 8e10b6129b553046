#pragma once

#include <string>
#include <string_view>

#include "base/calendar.h"
#include "storage/dialect.h"

namespace rapport::query {

/// SQL for the day of a moment (microseconds UTC) in the zone, as days since 1970-01-01.
std::string local_day_sql(std::string_view moment, const TimeZone& zone, const storage::Dialect& dialect);

/// SQL for the hour, 0 to 23, that clocks in the zone show at a moment.
std::string local_hour_sql(std::string_view moment, const TimeZone& zone);

/// SQL for what is added to a moment (microseconds UTC) to get the wall clock of the zone.
/// Follows summer time from 1970 to 2060; before and after, the nearest known offset counts.
std::string zone_shift_sql(std::string_view moment, const TimeZone& zone);

}  // namespace rapport::query

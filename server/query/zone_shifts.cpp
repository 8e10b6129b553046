#include "query/zone_shifts.h"

#include <fmt/format.h>

namespace rapport::query {
namespace {

std::int64_t offset_on(const TimeZone& zone, Date day) {
    return day.days() * DateTime::day - zone.start_of(day).microseconds();
}

/// The first day after `from`, up to `to`, whose offset is that of `to`.
Date first_shifted_day(const TimeZone& zone, Date from, Date to) {
    std::int64_t shifted = offset_on(zone, to);
    while (to.days() - from.days() > 1) {
        Date middle((from.days() + to.days()) / 2);
        (offset_on(zone, middle) == shifted ? to : from) = middle;
    }
    return to;
}

}  // namespace

std::string zone_shift_sql(std::string_view moment, const TimeZone& zone) {
    std::string cases;
    Date at = Date::of(1970, 1, 1);
    std::int64_t offset = offset_on(zone, at);
    for (Date end = Date::of(2060, 1, 1); at < end;) {
        Date next = at.plus_days(28);
        std::int64_t next_offset = offset_on(zone, next);
        if (next_offset != offset) {
            // `shifted` is the first day that begins by the new clock, so clocks were changed on the day before, at night.
            // At noon of that day a clock that is an hour off still shows the right day: there the new offset takes over.
            Date shifted = first_shifted_day(zone, at, next);
            std::int64_t noon = zone.start_of(shifted.plus_days(-1)).microseconds() + DateTime::day / 2;
            cases += fmt::format(" WHEN {} < {} THEN {}", moment, noon, offset);
        }
        at = next;
        offset = next_offset;
    }
    return cases.empty() ? std::to_string(offset) : fmt::format("CASE{} ELSE {} END", cases, offset);
}

std::string local_day_sql(std::string_view moment, const TimeZone& zone, const storage::Dialect& dialect) {
    // Rounds to the nearest; twice the moment, moved by just under a day, comes to the day below.
    std::string twice = fmt::format("(2 * ({} + {}) - {})", moment, zone_shift_sql(moment, zone), DateTime::day - 1);
    return dialect.multiply_divide(twice, "1", std::to_string(2 * DateTime::day));
}

}  // namespace rapport::query

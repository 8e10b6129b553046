#include "query/zone_shifts.h"

#include <fmt/format.h>

#include "base/zone_offsets.h"

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

/// The moment at which clocks change on the day before `shifted`, to the minute.
std::int64_t change_before(Date shifted, const TimeZone& zone, const ZoneOffsets& offsets) {
    constexpr std::int64_t minute = 60'000'000;
    std::int64_t before = zone.start_of(shifted.plus_days(-1)).microseconds() / minute;
    std::int64_t after = zone.start_of(shifted).microseconds() / minute;
    const std::int64_t offset = offsets.at(DateTime(after * minute));
    if (offsets.at(DateTime(before * minute)) == offset) return before * minute;
    while (after - before > 1) {
        std::int64_t middle = before + (after - before) / 2;
        (offsets.at(DateTime(middle * minute)) == offset ? after : before) = middle;
    }
    return after * minute;
}

}  // namespace

std::string zone_shift_sql(std::string_view moment, const TimeZone& zone) {
    std::string cases;
    const ZoneOffsets offsets(zone);
    Date at = Date::of(1970, 1, 1);
    std::int64_t offset = offset_on(zone, at);
    for (Date end = Date::of(2060, 1, 1); at < end;) {
        Date next = at.plus_days(28);
        std::int64_t next_offset = offset_on(zone, next);
        if (next_offset != offset) {
            // The first day that begins by the new clock: clocks were changed on the day before.
            Date shifted = first_shifted_day(zone, at, next);
            cases += fmt::format(" WHEN {} < {} THEN {}", moment, change_before(shifted, zone, offsets), offset);
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

std::string local_hour_sql(std::string_view moment, const TimeZone& zone) {
    constexpr std::int64_t hour = 3'600'000'000;
    // Before 1970 the remainder is negative.
    return fmt::format("((({} + {}) % {} + {}) % {} / {})", moment, zone_shift_sql(moment, zone), DateTime::day, DateTime::day, DateTime::day, hour);
}

}  // namespace rapport::query

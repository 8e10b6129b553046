#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/zone_offsets.h"
#include "documents/recurrence/recurrence.h"

namespace rapport::calendar {

struct Occurrence {
    DateTime starts_at, ends_at;
};

/// What an event that happens again and again says of when.
struct SeriesFacts {
    DateTime starts_at, ends_at;  // of the first time
    std::string rule;             // RRULE
    std::string zone;             // by whose clocks
    std::string excluded;         // EXDATE: beginnings of those that are left out, as moments
};

/// An event that happens again and again, by the clocks of its zone: nine stays nine when they change. What is left out, or
/// happens otherwise as an event of its own, is excluded.
class Series {
public:
    /// Problems: "invalid_recurrence", "unknown_time_zone", "invalid_datetime".
    static Result<Series> read(const SeriesFacts& facts);

    /// Those that begin before `to` and do not end before `from`, at most so many.
    std::vector<Occurrence> between(DateTime from, DateTime to, std::size_t most) const;
    /// The first that begins after that moment; none when it has ended.
    std::optional<Occurrence> next(DateTime after) const;
    /// Whether it happens then and is not excluded.
    bool has(DateTime starts_at) const;
    /// How many times the rule has before that one, excluded ones too.
    std::size_t count_before(DateTime starts_at) const;
    DateTime end_of(DateTime starts_at) const;
    /// The moment as far from another as clocks show for these two.
    DateTime shifted(DateTime moment, DateTime from, DateTime to) const;
    /// By how many days of the calendar there the second is later.
    std::int64_t days_between(DateTime from, DateTime to) const;

private:
    Series(const TimeZone& zone, documents::Recurrence rule, const SeriesFacts& facts, std::set<DateTime> excluded);

    std::shared_ptr<const ZoneOffsets> clocks_;
    documents::Recurrence rule_;
    DateTime first_, duration_end_;  // on the wall
    DateTime starts_at_;
    std::set<DateTime> excluded_;
};

/// Moments as iCalendar writes them: "20261123T090000Z,20261130T090000Z". Problem: "invalid_datetime".
Result<std::set<DateTime>> read_moments(std::string_view text);
std::string write_moments(const std::set<DateTime>& moments);

/// What a rule says of events: in capitals, and no more often than daily. Problem: "invalid_recurrence".
Result<std::string> checked_rule(std::string_view rule, DateTime first);
/// The rule when the first time moves by so many days. Problem: "recurs_on_fixed_days" where that would need another rule.
Result<std::string> moved_rule(std::string_view rule, std::int64_t days);
/// The rule for those before that moment, and for the others when so many have been.
std::string rule_until(std::string_view rule, DateTime before);
std::string rule_after(std::string_view rule, std::size_t done);

}  // namespace rapport::calendar

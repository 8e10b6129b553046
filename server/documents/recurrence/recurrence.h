#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/calendar.h"

namespace rapport::documents {

/// When something happens again and again, as iCalendar says it (RFC 5545, RRULE): "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9".
///
/// Knows clocks on walls only: its moments are those that a clock in some zone shows, written as if they were UTC.
class Recurrence {
public:
    /// `first` is where counting begins: INTERVAL, COUNT, and what the rule leaves open, such as the hour.
    /// Problem: "invalid_recurrence". FREQ=SECONDLY is not taken.
    static Result<Recurrence> parse(std::string_view rule, DateTime first);

    /// The first time after that moment; none when it has ended.
    std::optional<DateTime> next(DateTime after) const;

    /// The times from one moment on and before another, at most so many.
    std::vector<DateTime> between(DateTime from, DateTime before, std::size_t most) const;

private:
    struct Rule;
    class Times;
    explicit Recurrence(std::shared_ptr<const Rule> rule) : rule_(std::move(rule)) {}
    std::shared_ptr<const Rule> rule_;
};

}  // namespace rapport::documents

#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/json.h"

namespace rapport::jobs {

/// What is to be done again and again.
struct Schedule {
    std::string name;  // "outbox.trim"
    std::string kind;
    /// Five fields as cron has them ("30 3 * * 1-5"), or a rule of iCalendar ("FREQ=WEEKLY;BYDAY=MO;BYHOUR=9").
    std::string rule;
    std::string zone = "UTC";  // whose clocks the rule means
    Json payload = {};
};

/// When it is time next, after that moment; none when never again. A time that the clocks leave out in spring comes as much
/// later as they are put forward; one that they show twice in autumn comes once.
/// Throws Failure(Invalid, "invalid_schedule").
std::optional<DateTime> next_time(const Schedule& schedule, DateTime after);

}  // namespace rapport::jobs

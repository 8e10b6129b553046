#include "jobs/schedule.h"

#include "base/failure.h"
#include "base/zone_offsets.h"
#include "documents/recurrence/recurrence.h"
#include "jobs/cron.h"

namespace rapport::jobs {
namespace {

DateTime plus(DateTime moment, std::int64_t microseconds) { return DateTime(moment.microseconds() + microseconds); }

/// The moment at which clocks show that time: the first, where there are two.
DateTime moment_of(const ZoneOffsets& offsets, DateTime wall) {
    std::int64_t before = offsets.at(plus(wall, -DateTime::day));
    std::int64_t after = offsets.at(plus(wall, DateTime::day));
    DateTime first = plus(wall, -before), second = plus(wall, -after);
    if (offsets.at(first) == before) return first;
    return offsets.at(second) == after ? second : first;
}

std::vector<std::string> rules_of(const Schedule& schedule) {
    if (schedule.rule.find('=') != std::string::npos) return {schedule.rule};
    return value_or_throw(rules_of_cron(schedule.rule));
}

}  // namespace

std::optional<DateTime> next_time(const Schedule& schedule, DateTime after) {
    auto zone = TimeZone::find(schedule.zone);
    if (!zone) throw Failure(FailureKind::Invalid, "invalid_schedule", zone.error().message);
    const ZoneOffsets offsets(*zone);
    std::optional<DateTime> earliest;
    for (const std::string& rule : rules_of(schedule)) {
        // INTERVAL counts from a Monday.
        auto recurrence = documents::Recurrence::parse(rule, DateTime(4 * DateTime::day));
        if (!recurrence) throw Failure(FailureKind::Invalid, "invalid_schedule", recurrence.error().message);
        auto wall = recurrence->next(plus(after, offsets.at(after)));
        // What clocks show twice may be past already.
        while (wall && moment_of(offsets, *wall) <= after) wall = recurrence->next(*wall);
        if (!wall) continue;
        DateTime moment = moment_of(offsets, *wall);
        if (!earliest || moment < *earliest) earliest = moment;
    }
    return earliest;
}

}  // namespace rapport::jobs

#include "jobs/schedule.h"

#include "base/failure.h"
#include "base/zone_offsets.h"
#include "documents/recurrence/recurrence.h"
#include "jobs/cron.h"

namespace rapport::jobs {
namespace {

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
        auto wall = recurrence->next(offsets.wall_at(after));
        // What clocks show twice may be past already.
        while (wall && offsets.moment_of(*wall) <= after) wall = recurrence->next(*wall);
        if (!wall) continue;
        DateTime moment = offsets.moment_of(*wall);
        if (!earliest || moment < *earliest) earliest = moment;
    }
    return earliest;
}

}  // namespace rapport::jobs

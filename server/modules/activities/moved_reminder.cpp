#include "modules/activities/moved_reminder.h"

#include "base/zone_offsets.h"

namespace rapport::activities {
namespace {

/// When it is, on the wall; of a task without a time the day alone counts.
std::int64_t due_on_wall(const records::Record& task, bool with_time) {
    return task["due_date"].integer() * DateTime::day + (with_time ? task["due_time"].integer() : 0);
}

std::int64_t moved_by(const records::Change& change) {
    const records::Record &before = *change.before, &after = change.after;
    if (change.object.name == "event") return after["starts_at"].is_integer() ? after["starts_at"].integer() - before["starts_at"].integer() : 0;
    if (!before["due_date"].is_integer() || !after["due_date"].is_integer()) return 0;
    const bool with_time = before["due_time"].is_integer() && after["due_time"].is_integer();
    return due_on_wall(after, with_time) - due_on_wall(before, with_time);
}

}  // namespace

Value moved_reminder(const Value& reminder, std::int64_t microseconds, const TimeZone& zone) {
    if (!reminder.is_integer()) return nullptr;
    const ZoneOffsets clocks(zone);
    return clocks.moment_of(DateTime(clocks.wall_at(DateTime(reminder.integer())).microseconds() + microseconds)).microseconds();
}

void MovedReminder::before_save(records::Change& change) const {
    const bool is_asked = change.kind == records::Operation::Kind::Update && !change.is_given("reminder_at") && change.after["reminder_at"].is_integer();
    if (!is_asked) return;
    const std::int64_t by = moved_by(change);
    if (by == 0) return;
    // Of an event ten minutes before stay ten minutes before; a task is due by the calendar.
    change.after["reminder_at"] = moved_reminder(change.after["reminder_at"], by, change.object.name == "event" ? TimeZone::utc() : change.actor.zone());
}

}  // namespace rapport::activities

#include "notifications/remindable.h"

#include "metadata/schema.h"

namespace rapport::notifications {
namespace {

/// The columns of both objects, in one order.
enum Column { Id, Owner, ReminderAt, IsOpen, DueDate, AllDay, StartsAt, EndsAt, Rule, Zone, Excluded, Attendees };

std::string text_of(const storage::Cursor& row, Column column) { return row.is_null(column) ? std::string() : std::string(row.text(column)); }

std::vector<std::string> addresses_in(const std::string& entries) {
    std::vector<std::string> out;
    if (entries.empty()) return out;
    const Json read = Json::parse(entries);
    for (const Json& entry : read.array()) out.push_back(entry["value"].string());
    return out;
}

Remindable remindable_of(const storage::Cursor& row) {
    Remindable out;
    out.record = RecordId(row.integer(Id));
    out.owner = RecordId(row.value(Owner).integer_or(0));
    out.reminder_at = DateTime(row.integer(ReminderAt));
    out.is_open = row.integer(IsOpen) != 0;
    if (!row.is_null(DueDate)) out.due_date = Date(row.integer(DueDate));
    out.is_event = !row.is_null(StartsAt);
    out.all_day = row.value(AllDay).integer_or(0) != 0;
    out.times = {DateTime(row.value(StartsAt).integer_or(0)), DateTime(row.value(EndsAt).integer_or(0)), text_of(row, Rule), text_of(row, Zone), text_of(row, Excluded)};
    out.invited = addresses_in(text_of(row, Attendees));
    return out;
}

}  // namespace

const std::array<RemindedObject, 2>& reminded_objects() {
    static const std::array<RemindedObject, 2> objects{
        RemindedObject{"task", Type::TaskDue, {"reminder_at"}, "CASE WHEN deleted_at IS NULL AND is_closed = 0 THEN 1 ELSE 0 END, due_date, NULL, NULL, NULL, NULL, NULL, NULL, NULL"},
        RemindedObject{"event", Type::EventStarts, {"reminder_at", "starts_at", "recurrence", "time_zone", "excluded_dates"},
                       "CASE WHEN deleted_at IS NULL AND status NOT IN ('held', 'no_show', 'cancelled') THEN 1 ELSE 0 END, NULL, all_day, starts_at, ends_at, recurrence, time_zone, excluded_dates, attendees"}};
    return objects;
}

Json Remindable::details(DateTime starts_at) const {
    if (is_event) return Json::Members{{"starts_at", starts_at.text()}, {"all_day", all_day}};
    return due_date ? Json(Json::Members{{"due_date", due_date->text()}}) : Json(Json::Members{});
}

std::optional<Reminder> Remindable::next(DateTime after) const {
    const auto series = calendar::Series::read(times);
    if (times.rule.empty() || !series) return reminder_at > after ? std::optional(Reminder{reminder_at, details(times.starts_at)}) : std::nullopt;
    // Where clocks change in between, it is an hour more or less.
    const std::int64_t ahead = times.starts_at.microseconds() - reminder_at.microseconds() - DateTime::day;
    for (auto time = series->next(DateTime(after.microseconds() + ahead)); time; time = series->next(time->starts_at)) {
        const DateTime moment = series->shifted(reminder_at, times.starts_at, time->starts_at);
        if (moment > after) return Reminder{moment, details(time->starts_at)};
    }
    return std::nullopt;
}

std::vector<Remindable> read_remindables(storage::Session& session, const RemindedObject& object, const std::string& where, std::initializer_list<Value> parameters) {
    std::vector<Remindable> out;
    auto row = session.query("SELECT id, owner_id, reminder_at, " + std::string(object.columns) + " FROM " + metadata::quoted(object.name) + " WHERE reminder_at IS NOT NULL " + where, parameters);
    while (row->next()) out.push_back(remindable_of(*row));
    return out;
}

}  // namespace rapport::notifications

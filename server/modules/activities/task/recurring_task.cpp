#include "modules/activities/task/recurring_task.h"

#include <array>

#include "calendar/series.h"
#include "modules/activities/moved_reminder.h"
#include "modules/common/follow_up.h"
#include "records/history.h"

namespace rapport::activities {
namespace {

constexpr std::array copied{"subject", "type", "priority", "owner_id", "due_time", "related_to_id", "contact_id", "description", "private"};

DateTime moment_of(const Value& day) { return DateTime(day.integer() * DateTime::day); }

/// Done once more after it was opened again, it does not come twice.
bool has_come(records::Change& change) { return change.session.value("SELECT id FROM task WHERE repeats_id = ?1 AND deleted_at IS NULL LIMIT 1", {change.id().number()}).has_value(); }

}  // namespace

void RecurringTask::before_save(records::Change& change) const {
    Value& rule = change.after["recurrence"];
    if (!rule.is_text() || !change.changes("recurrence")) return;
    const Value& due = change.after["due_date"];
    auto checked = calendar::checked_rule(rule.text(), due.is_integer() ? moment_of(due) : DateTime(0));
    if (checked) rule = *checked;
    else change.refuse("recurrence", checked.error().code, checked.error().message);
}

void RecurringTask::after_save(records::Change& change, records::Service& service) const {
    const bool done = change.kind == records::Operation::Kind::Update && change.changes("is_closed") && change.after["is_closed"] == Value(1);
    const Value& due = change.after["due_date"];
    const Value& rule = change.after["recurrence"];
    if (!done || !rule.is_text() || !due.is_integer() || change.source == records::Source::Import || has_come(change)) return;
    auto times = documents::Recurrence::parse(rule.text(), moment_of(due));
    const auto next = times ? times->next(moment_of(due)) : std::nullopt;
    if (!next) return;
    Json fields = Json::Members{{"due_date", next->text().substr(0, 10)}, {"recurrence", calendar::rule_after(rule.text(), 1)}, {"repeats_id", change.id().text()}};
    auto copy = [&](const char* name, const Value& value) {
        if (!value.is_null()) fields.set(name, records::opened_value(records::history_value(change.object.field(name), value)));
    };
    for (const char* name : copied) copy(name, change.after[name]);
    copy("reminder_at", moved_reminder(change.after["reminder_at"], next->microseconds() - moment_of(due).microseconds(), change.actor.zone()));
    modules::FollowUp(change, service).create("task", std::move(fields));
}

}  // namespace rapport::activities

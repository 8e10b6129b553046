#include "modules/activities/event/recurring_event.h"

#include "calendar/series.h"
#include "modules/activities/event/series_of.h"

namespace rapport::activities {
namespace {

void refuse(records::Change& change, const std::string& field, const Problem& problem) { change.refuse(field, problem.code, problem.message); }

/// The event as a whole is at another time: its weekdays move along, and so does what is left out.
void move_series(records::Change& change) {
    const auto before = series_of(*change.before);
    if (!before) return;
    const DateTime from((*change.before)["starts_at"].integer()), to(change.after["starts_at"].integer());
    auto rule = calendar::moved_rule(change.after["recurrence"].text(), before->days_between(from, to));
    if (!rule) return refuse(change, "starts_at", rule.error());
    change.after["recurrence"] = *rule;
    if (change.changes("excluded_dates") || !change.after["excluded_dates"].is_text()) return;
    std::set<DateTime> moved;
    for (DateTime moment : value_or_throw(calendar::read_moments(change.after["excluded_dates"].text()))) moved.insert(before->shifted(moment, from, to));
    change.after["excluded_dates"] = calendar::write_moments(moved);
}

}  // namespace

void RecurringEvent::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind != Kind::Create && change.kind != Kind::Update) return;
    Value& rule = change.after["recurrence"];
    if (!rule.is_text()) {
        change.after["excluded_dates"] = nullptr;
        return;
    }
    if (!change.after["recurring_event_id"].is_null()) return change.refuse("recurrence", "exception_recurs", "This is one time of a recurring event: it cannot recur by itself.");
    if (!change.after["starts_at"].is_integer() || !change.after["ends_at"].is_integer()) return;  // both are required
    if (change.after["time_zone"].is_null()) change.after["time_zone"] = change.actor.zone().name();
    auto checked = calendar::checked_rule(rule.text(), DateTime(change.after["starts_at"].integer()));
    if (!checked) return refuse(change, "recurrence", checked.error());
    rule = *checked;
    const bool moves = change.before && (*change.before)["recurrence"].is_text() && change.changes("starts_at") && !change.changes("recurrence");
    if (moves) move_series(change);
    if (auto series = series_of(change.after); !series) refuse(change, series.error().code == "unknown_time_zone" ? "time_zone" : "excluded_dates", series.error());
}

}  // namespace rapport::activities

#include "calendar/agenda.h"

#include <algorithm>
#include <array>
#include <set>

#include "calendar/series.h"

namespace rapport::calendar {
namespace {

constexpr std::size_t most_events = 5000;

// What is shown of an event, and what says when it happens again.
constexpr std::array shown{"id", "version", "subject", "type", "status", "starts_at", "ends_at", "all_day", "location", "owner_id", "reminder_at", "recurring_event_id", "original_starts_at"};
constexpr std::array of_series{"recurrence", "time_zone", "excluded_dates"};
// What is told of time that is taken by something private.
constexpr std::array of_busy_time{"id", "starts_at", "ends_at", "all_day", "owner_id"};

Failure too_many() { return Failure(FailureKind::TooLarge, "too_many_events", "More than 5000 events lie there: ask for a shorter time or for fewer people."); }

class Agenda {
public:
    Agenda(storage::Session& session, const security::Asking& asking, const AgendaRequest& request, JsonWriter& out)
        : session_(session), asking_(asking), request_(request), out_(out), event_(asking.catalogue->object("event")) {}

    void write() {
        // Whoever may not see all that says when an event recurs is told of its first time alone.
        unfolds_ = are_visible(of_series);
        for (const Json& event : events(asking_, {})) {
            seen_.insert(event["id"].string());
            write(event);
        }
        if (are_visible(of_busy_time)) write_busy_time();
    }

private:
    static Json condition(const char* field, const char* comparison, Json value) { return Json::Members{{"field", field}, {"op", comparison}, {"value", std::move(value)}}; }

    bool is_visible(const char* name) const {
        const metadata::Field* field = event_.find_field(name);
        return field && security::visible_to(asking_.actor)(event_, *field);
    }

    template <class Names>
    bool are_visible(const Names& names) const {
        return std::all_of(names.begin(), names.end(), [&](const char* name) { return is_visible(name); });
    }

    /// Decision 131: who marks an event as private tells colleagues that the time is taken, and no more.
    void write_busy_time() {
        const Json::Array conditions{condition("private", "=", true), condition("owner_id", "!=", asking_.actor.user().text()), condition("show_as", "!=", "free"), condition("status", "!=", "cancelled")};
        for (const Json& event : events(everybody_, conditions)) {
            if (seen_.contains(event["id"].string())) continue;
            write(Json::Members{{"busy", true}, {"starts_at", event["starts_at"]}, {"ends_at", event["ends_at"]}, {"all_day", event["all_day"]}, {"owner_id", event["owner_id"]}});
        }
    }

    /// Those that lie in the span, each time of a recurring one for itself.
    Json::Array events(const security::Asking& asking, const Json::Array& conditions) {
        auto with = [&](Json::Array more) {
            more.insert(more.end(), conditions.begin(), conditions.end());
            return more;
        };
        const Json in_span = condition("ends_at", ">=", request_.from.text());
        if (!unfolds_) return read(asking, with({in_span}), false);
        Json::Array out = read(asking, with({in_span, condition("recurrence", "=", nullptr)}), false);
        for (const Json& event : read(asking, with({condition("recurrence", "!=", nullptr)}), true)) add_times(out, event);
        return out;
    }

    Json::Array read(const security::Asking& asking, Json::Array conditions, bool series) {
        query::Select select;
        select.object = event_.name;
        for (const char* name : shown)
            if (is_visible(name)) select.fields.push_back({"", query::parse_path(name), "", {}});
        if (series)
            for (const char* name : of_series) select.fields.push_back({"", query::parse_path(name), "", {}});
        conditions.push_back(condition("owner_id", "in", request_.owners));
        conditions.push_back(condition("starts_at", "<", request_.to.text()));
        select.where = query::parse_filter(Json::Members{{"and", std::move(conditions)}});
        select.order_by = query::parse_sort("starts_at");
        std::string text;
        JsonWriter records(text);
        records.begin_array();
        const query::Page page = query::write_records(session_, security::compile(select, asking, session_.dialect()), static_cast<std::int64_t>(most_events), records);
        records.end_array();
        if (!page.next.empty()) throw too_many();
        return Json::parse(text).array();
    }

    void write(const Json& event) {
        if (++written_ > most_events) throw too_many();
        out_.json(event);
    }

    void add_times(Json::Array& out, const Json& record) const {
        Json event = record;
        event.erase("excluded_dates");
        const SeriesFacts facts{value_or_throw(DateTime::parse(record["starts_at"].string())), value_or_throw(DateTime::parse(record["ends_at"].string())), record.string_or("recurrence", ""),
                                record.string_or("time_zone", ""), record.string_or("excluded_dates", "")};
        const auto series = Series::read(facts);
        if (!series) {
            // From before rules were checked: it happens once.
            if (facts.ends_at >= request_.from) out.push_back(std::move(event));
            return;
        }
        const std::string reminder = record.string_or("reminder_at", "");
        for (const Occurrence& one : series->between(request_.from, request_.to, most_events)) {
            event.set("starts_at", one.starts_at.text());
            event.set("ends_at", one.ends_at.text());
            event.set("occurrence", one.starts_at.text());
            if (!reminder.empty()) event.set("reminder_at", series->shifted(value_or_throw(DateTime::parse(reminder)), facts.starts_at, one.starts_at).text());
            out.push_back(event);
            if (out.size() > most_events) throw too_many();
        }
    }

    storage::Session& session_;
    const security::Asking& asking_;
    const AgendaRequest& request_;
    JsonWriter& out_;
    const metadata::Object& event_;
    const security::Actor system_ = security::Actor::system("agenda");
    const security::Asking everybody_{system_, asking_.catalogue};
    bool unfolds_ = false;
    std::set<std::string> seen_;
    std::size_t written_ = 0;
};

}  // namespace

void write_agenda(storage::Session& session, const security::Asking& asking, const AgendaRequest& request, JsonWriter& out) { Agenda(session, asking, request, out).write(); }

}  // namespace rapport::calendar

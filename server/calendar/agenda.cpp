#include "calendar/agenda.h"

#include <algorithm>
#include <array>

#include "calendar/series.h"

namespace rapport::calendar {
namespace {

constexpr std::int64_t most_events = 5000;

// What is shown of an event, and what says when it happens again.
constexpr std::array shown{"id", "version", "subject", "type", "status", "starts_at", "ends_at", "all_day", "location", "owner_id", "recurring_event_id", "original_starts_at"};
constexpr std::array of_series{"recurrence", "time_zone", "excluded_dates"};

Failure too_many() { return Failure(FailureKind::TooLarge, "too_many_events", "More than 5000 events lie there: ask for a shorter time or for fewer people."); }

class Agenda {
public:
    Agenda(storage::Session& session, const security::Asking& asking, const AgendaRequest& request, JsonWriter& out)
        : session_(session), asking_(asking), request_(request), out_(out), event_(asking.catalogue->object("event")) {}

    void write() {
        // Whoever may not see all that says when an event recurs is told of its first time alone.
        const bool unfolds = std::all_of(of_series.begin(), of_series.end(), [&](const char* name) { return is_visible(name); });
        const Json::Array in_span{condition("ends_at", ">=", request_.from.text())};
        if (!unfolds) return write_single(in_span);
        write_single({in_span.front(), condition("recurrence", "=", nullptr)});
        for (const Json& event : read({condition("recurrence", "!=", nullptr)}, true)) write_series(event);
    }

private:
    static Json condition(const char* field, const char* comparison, Json value) { return Json::Members{{"field", field}, {"op", comparison}, {"value", std::move(value)}}; }

    bool is_visible(const char* name) const {
        const metadata::Field* field = event_.find_field(name);
        return field && security::visible_to(asking_.actor)(event_, *field);
    }

    Json::Array read(Json::Array conditions, bool series) {
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
        const query::Page page = query::write_records(session_, security::compile(select, asking_, session_.dialect()), most_events, records);
        records.end_array();
        if (!page.next.empty()) throw too_many();
        return Json::parse(text).array();
    }

    void write_single(Json::Array conditions) {
        for (const Json& event : read(std::move(conditions), false)) write(event);
    }

    void write(const Json& event) {
        if (++written_ > most_events) throw too_many();
        out_.json(event);
    }

    void write_series(const Json& record) {
        Json event = record;
        event.erase("excluded_dates");
        const SeriesFacts facts{value_or_throw(DateTime::parse(record["starts_at"].string())), value_or_throw(DateTime::parse(record["ends_at"].string())), record.string_or("recurrence", ""),
                                record.string_or("time_zone", ""), record.string_or("excluded_dates", "")};
        const auto series = Series::read(facts);
        if (!series) {
            // From before rules were checked: it happens once.
            if (facts.ends_at >= request_.from) write(event);
            return;
        }
        for (const Occurrence& one : series->between(request_.from, request_.to, most_events)) {
            event.set("starts_at", one.starts_at.text());
            event.set("ends_at", one.ends_at.text());
            event.set("occurrence", one.starts_at.text());
            write(event);
        }
    }

    storage::Session& session_;
    const security::Asking& asking_;
    const AgendaRequest& request_;
    JsonWriter& out_;
    const metadata::Object& event_;
    std::int64_t written_ = 0;
};

}  // namespace

void write_agenda(storage::Session& session, const security::Asking& asking, const AgendaRequest& request, JsonWriter& out) { Agenda(session, asking, request, out).write(); }

}  // namespace rapport::calendar

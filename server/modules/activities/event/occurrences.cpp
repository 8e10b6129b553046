#include "modules/activities/event/occurrences.h"

#include <array>
#include <algorithm>

#include "metadata/current_tables.h"
#include "modules/activities/event/series_of.h"
#include "records/history.h"
#include "records/pipeline.h"
#include "security/rights.h"

namespace rapport::activities {
namespace {

using records::Operation;

// What says when an event happens, and what names it elsewhere, is not copied to another.
constexpr std::array own_fields{"starts_at", "ends_at", "recurrence", "time_zone", "excluded_dates", "recurring_event_id", "original_starts_at", "calendar_uid", "external_id"};

struct Span {
    DateTime starts_at, ends_at;
};

/// One act upon a recurring event inside a transaction.
class Act {
public:
    Act(const records::Action::Call& call, records::Service& service, storage::Session& session, std::set<std::string>& changed, const char* kind)
        : call_(call), service_(service), session_(session), changed_(changed), change_set_(call.actor, call.source, kind), run_{call.actor, call.source, records::Mode::AllOrNothing, &change_set_},
          event_(load()), series_(read_series()), at_(read_occurrence()) {}

    Json change() {
        change_set_.set_about("event", call_.record);
        const std::string scope = read_scope();
        RecordId changed = call_.record;
        if (scope == "this") changed = split_off();
        else if (scope == "following" && !is_first()) changed = split_here();
        else change_all();
        return answer(changed);
    }

    Json remove() {
        change_set_.set_about("event", call_.record);
        const std::string scope = read_scope();
        if (scope == "this") {
            leave_out();
        } else if (scope == "following" && !is_first()) {
            end_here();
            for (const auto& [id, original] : exceptions())
                if (original >= at_) apply({Operation::Kind::Delete, "event", id, "", {}, {}});
        } else {
            apply({Operation::Kind::Delete, "event", call_.record, "", {}, {}});
        }
        return answer(call_.record);
    }

private:
    records::Record load() {
        records::Pipeline pipeline(service_, run_, session_);
        return pipeline.load_for(Operation::Kind::Update, pipeline.catalogue().object("event"), call_.record);
    }

    calendar::Series read_series() const {
        if (!event_["recurrence"].is_text()) throw Failure(FailureKind::Conflict, "not_recurring", "This event happens once: change it as any other record.");
        return value_or_throw(series_of(event_));
    }

    DateTime read_occurrence() const {
        const DateTime at = value_or_throw(DateTime::parse(call_.input.string_or("occurrence", "")));
        if (!series_.has(at)) throw Failure(FailureKind::Conflict, "no_occurrence", "The event does not happen then any more: look at the calendar again.");
        return at;
    }

    std::string read_scope() const {
        std::string scope = call_.input.string_or("scope", "");
        if (scope != "this" && scope != "following" && scope != "all") throw invalid_field({"scope", "invalid_value", "Say which: this, following or all."});
        return scope;
    }

    bool is_first() const { return at_ <= DateTime(event_["starts_at"].integer()); }
    std::string rule() const { return std::string(event_["recurrence"].text()); }
    std::set<DateTime> excluded() const { return event_["excluded_dates"].is_text() ? value_or_throw(calendar::read_moments(event_["excluded_dates"].text())) : std::set<DateTime>(); }

    const Json& changes() const { return call_.input["changes"]; }
    DateTime given(std::string_view name, DateTime otherwise) const { return changes()[name].is_string() ? value_or_throw(DateTime::parse(changes()[name].string())) : otherwise; }
    /// When this time is, as it was changed.
    Span wanted() const {
        const DateTime starts_at = given("starts_at", at_);
        return {starts_at, given("ends_at", series_.shifted(series_.end_of(at_), at_, starts_at))};
    }

    void set_changes(Json& fields) const {
        if (!changes().is_object()) return;
        for (const auto& [name, value] : changes().members())
            if (name != "starts_at" && name != "ends_at") fields.set(name, value);
    }

    static void set_span(Json& fields, const Span& span) {
        fields.set("starts_at", span.starts_at.text());
        fields.set("ends_at", span.ends_at.text());
    }

    /// All that people set, for an event that goes on with it. Whoever may not see or set a part of it cannot say that for one time only.
    Json copy() const {
        Json fields = Json::Members{};
        const security::Rights& rights = call_.actor.rights();
        for (const metadata::Field& field : event_.object().fields) {
            const bool own = std::find(own_fields.begin(), own_fields.end(), field.name) != own_fields.end();
            const bool kept = !field.has_column() || field.read_only || (field.system && field.name != "owner_id" && field.name != "currency_code");
            if (own || kept || event_[field].is_null()) continue;
            if (!rights.may_read(event_.object(), field) || !rights.may_edit(event_.object(), field))
                throw Failure(FailureKind::Forbidden, "field_forbidden", "You may not set all that this event says, so you can change it only as a whole.");
            fields.set(field.name, records::opened_value(records::history_value(field, event_[field])));
        }
        return fields;
    }

    void change_event(Json fields) { apply({Operation::Kind::Update, "event", call_.record, "", std::move(fields), {}}); }

    void leave_out() {
        auto moments = excluded();
        moments.insert(at_);
        change_event(Json::Members{{"excluded_dates", calendar::write_moments(moments)}});
    }

    /// Those from here on are no more.
    void end_here() {
        auto moments = excluded();
        moments.erase(moments.lower_bound(at_), moments.end());
        change_event(Json::Members{{"recurrence", calendar::rule_until(rule(), at_)}, {"excluded_dates", calendar::write_moments(moments)}});
    }

    /// As long before as at the first time.
    void move_reminder(Json& fields, DateTime starts_at) const {
        const Value& reminder = event_["reminder_at"];
        if (reminder.is_integer()) fields.set("reminder_at", series_.shifted(DateTime(reminder.integer()), DateTime(event_["starts_at"].integer()), starts_at).text());
    }

    RecordId split_off() {
        Json fields = copy();
        move_reminder(fields, wanted().starts_at);
        set_changes(fields);
        set_span(fields, wanted());
        fields.set("recurring_event_id", call_.record.text());
        fields.set("original_starts_at", at_.text());
        leave_out();
        return apply({Operation::Kind::Create, "event", {}, "", std::move(fields), {}});
    }

    RecordId split_here() {
        const Span span = wanted();
        Json fields = copy();
        move_reminder(fields, span.starts_at);
        std::set<DateTime> moments;
        for (DateTime moment : excluded())
            if (moment >= at_) moments.insert(series_.shifted(moment, at_, span.starts_at));
        fields.set("recurrence", value_or_throw(calendar::moved_rule(calendar::rule_after(rule(), series_.count_before(at_)), series_.days_between(at_, span.starts_at))));
        fields.set("time_zone", std::string(event_["time_zone"].text()));
        fields.set("excluded_dates", calendar::write_moments(moments));
        set_changes(fields);
        set_span(fields, span);
        const auto later = exceptions();
        end_here();
        const RecordId next = apply({Operation::Kind::Create, "event", {}, "", std::move(fields), {}});
        for (const auto& [id, original] : later)
            if (original >= at_) move_exception(id, next, series_.shifted(original, at_, span.starts_at));
        return next;
    }

    void change_all() {
        const Span span = wanted();
        const DateTime starts_at = series_.shifted(DateTime(event_["starts_at"].integer()), at_, span.starts_at);
        Json fields = Json::Members{};
        set_changes(fields);
        const bool moves = changes().has("starts_at") || changes().has("ends_at");
        if (moves) set_span(fields, {starts_at, series_.shifted(starts_at, span.starts_at, span.ends_at)});
        // Of this time it was said when to remind; the series has the first one's.
        if (fields["reminder_at"].is_string()) fields.set("reminder_at", series_.shifted(given("reminder_at", at_), span.starts_at, starts_at).text());
        change_event(std::move(fields));
        if (span.starts_at == at_) return;
        for (const auto& [id, original] : exceptions()) move_exception(id, call_.record, series_.shifted(original, at_, span.starts_at));
    }

    std::vector<std::pair<RecordId, DateTime>> exceptions() {
        std::vector<std::pair<RecordId, DateTime>> out;
        auto row = session_.query("SELECT id, original_starts_at FROM event WHERE recurring_event_id = ?1 AND original_starts_at IS NOT NULL AND deleted_at IS NULL", {call_.record.number()});
        while (row->next()) out.emplace_back(RecordId(row->integer(0)), DateTime(row->integer(1)));
        return out;
    }

    /// Which time of which event an exception stands for is not its owner's to say.
    void move_exception(RecordId id, RecordId event, DateTime original) {
        const auto system = security::Actor::system("event");
        const Operation operation{Operation::Kind::Update, "event", id, "", Json::Members{{"recurring_event_id", event.text()}, {"original_starts_at", original.text()}}, {}};
        service_.apply({system, records::Source::System, records::Mode::AllOrNothing, &change_set_}, {operation}, session_, changed_);
    }

    RecordId apply(const Operation& operation) { return service_.apply(run_, {operation}, session_, changed_).front().id; }

    Json answer(RecordId event) {
        change_set_.close(session_);
        return Json::Members{{"event", event.text()}, {"change_set", change_set_.number()}};
    }

    const records::Action::Call& call_;
    records::Service& service_;
    storage::Session& session_;
    std::set<std::string>& changed_;
    records::ChangeSet change_set_;
    records::Run run_;
    records::Record event_;
    calendar::Series series_;
    DateTime at_;
};

Json run_act(const records::Action::Call& call, records::Service& service, const char* kind, Json (Act::*act)()) {
    std::set<std::string> changed;
    Json answer = metadata::on_current_tables(service.registry(), service.registry().current(), [&](const auto&) {
        return service.database().write([&](storage::Session& session) {
            changed.clear();
            Act one(call, service, session, changed, kind);
            return (one.*act)();
        });
    });
    service.announce(changed);
    return answer;
}

}  // namespace

Json ChangeOccurrences::run(const Call& call, records::Service& service) const { return run_act(call, service, "update", &Act::change); }

Json DeleteOccurrences::run(const Call& call, records::Service& service) const { return run_act(call, service, "delete", &Act::remove); }

}  // namespace rapport::activities

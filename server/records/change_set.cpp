#include "records/change_set.h"

#include "base/calendar.h"

namespace rapport::records {
namespace {

std::string_view act_of(Outcome::Result result) {
    switch (result) {
        case Outcome::Result::Created: return "create";
        case Outcome::Result::Updated: return "update";
        case Outcome::Result::Deleted: return "delete";
        case Outcome::Result::Restored: return "restore";
        default: return {};
    }
}

Value or_nothing(std::int64_t number) { return number ? Value(number) : Value(); }

}  // namespace

std::string_view name_of(Source source) {
    switch (source) {
        case Source::Screen: return "screen";
        case Source::Api: return "api";
        case Source::Import: return "import";
        case Source::System: return "system";
    }
    return "system";
}

ChangeSet::ChangeSet(const security::Actor& actor, Source source, std::string kind)
    : actor_id_(or_nothing(actor.user().number())), actor_name_(actor.name()), source_(name_of(source)), named_(!kind.empty()) {
    now_.kind = std::move(kind);
}

void ChangeSet::go_on(std::int64_t number) {
    number_ = number;
    ongoing_ = true;
    written_ = now_;
}

void ChangeSet::set_about(std::string object, RecordId record) {
    now_.object = std::move(object);
    now_.record = record;
}

void ChangeSet::note(const security::Actor& actor, const Operation& operation, const Outcome& outcome) {
    std::string_view act = act_of(outcome.result);
    bool follows = or_nothing(actor.user().number()) != actor_id_;
    if (act.empty() || follows) return;
    ++now_.records;
    bool is_first = !now_.record && (now_.object.empty() || now_.object == operation.object);
    if (is_first) set_about(operation.object, outcome.id);
    if (named_) return;
    if (now_.object != operation.object) now_.object.clear();
    now_.kind = now_.kind.empty() || now_.kind == act ? std::string(act) : "batch";
}

std::int64_t ChangeSet::open(storage::Session& session) {
    if (number_) return number_;
    // A follow-up may be written before the change that it follows from is noted: close() tells the rest.
    number_ = session.insert("INSERT INTO change_set (kind, source, changed_at, changed_by_id, actor, object, record_id, records, lines, undoes, details) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                             {now_.kind, source_, DateTime::now().microseconds(), actor_id_, actor_name_, now_.object, or_nothing(now_.record.number()), now_.records, now_.lines, or_nothing(now_.undoes), now_.details});
    written_ = now_;
    return number_;
}

void ChangeSet::close(storage::Session& session) {
    if (!number_ || now_ == written_) return;
    // One that goes on only grows.
    if (ongoing_)
        session.execute("UPDATE change_set SET record_id = coalesce(record_id, ?1), records = records + ?2, lines = lines + ?3 WHERE id = ?4",
                        {or_nothing(now_.record.number()), now_.records - written_.records, now_.lines - written_.lines, number_});
    else
        session.execute("UPDATE change_set SET kind = ?1, object = ?2, record_id = ?3, records = ?4, lines = ?5, undoes = ?6, details = ?7 WHERE id = ?8",
                        {now_.kind, now_.object, or_nothing(now_.record.number()), now_.records, now_.lines, or_nothing(now_.undoes), now_.details, number_});
    written_ = now_;
}

void ChangeSet::go_back(const Mark& mark) {
    number_ = mark.number;
    now_ = mark.now;
    written_ = mark.written;
}

}  // namespace rapport::records

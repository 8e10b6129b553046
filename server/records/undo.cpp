#include "records/undo.h"

#include "metadata/current_tables.h"
#include "records/history.h"
#include "records/merged.h"
#include "records/undo_page.h"
#include "security/directory.h"

namespace rapport::records {
namespace {

constexpr std::int64_t lines_per_transaction = 300;

/// Ends the transaction of a preview so that nothing of it stays.
struct NothingIsKept {};

/// All of it or nothing: half a merge is none.
bool is_indivisible(const std::string& kind) { return kind == "merge" || kind == "convert"; }

void refuse_what_is_undone(storage::Session& session, const StoredChangeSet& set) {
    if (set.kind == "change_type") throw Failure(FailureKind::Conflict, "undone_in_setup", "A change of type is undone at the field itself, in setup: what was typed in since is converted back.");
    if (set.undone == "yes")
        throw Failure(FailureKind::Conflict, "already_undone", "This was undone already. To have it back, undo change set " + std::to_string(set.undone_by) + ".");
    if (set.state == "running") throw Failure(FailureKind::Conflict, "still_running", "This is still being done: undo it when it has ended, or has been cancelled.");
    auto undoing = set.undone_by ? find_change_set(session, set.undone_by) : std::nullopt;
    if (undoing && undoing->state == "running") throw Failure(FailureKind::Conflict, "undo_running", "This is being undone at this moment, as change set " + std::to_string(undoing->id) + ".");
}

/// What both change sets say of each other from now on.
void mark(storage::Session& session, const StoredChangeSet& set, std::int64_t undo, const UndoReport& report) {
    std::string undone = report.conflict_count == 0 && report.complete ? "yes" : report.undone > 0 || set.undone == "partly" ? "partly" : "no";
    Value by = undo ? Value(undo) : set.undone_by ? Value(set.undone_by) : Value();
    session.execute("UPDATE change_set SET undone = ?1, undone_by = ?2 WHERE id = ?3", {undone, by, set.id});
    auto original = set.kind == "undo" ? find_change_set(session, set.undoes) : std::nullopt;
    if (!original || undone == "no") return;
    // What was undone stands again.
    if (undone == "yes") session.execute("UPDATE change_set SET undone = 'no', undone_by = NULL WHERE id = ?1", {original->id});
    else session.execute("UPDATE change_set SET undone = 'partly' WHERE id = ?1", {original->id});
    if (original->kind == "merge") mark_merged(session, *original);
}

void keep_report(storage::Session& session, std::int64_t undo, const UndoReport& report) {
    if (undo) session.execute("UPDATE change_set SET details = ?1 WHERE id = ?2", {report_json(report), undo});
}

}  // namespace

bool Undo::is_small(const UndoRequest& request) {
    return service_.database().read([&](storage::Session& session) { return change_set_for(session, actor_, request.change_set).lines <= most_at_once; });
}

UndoReport Undo::run(const UndoRequest& request, storage::Session& session, std::set<std::string>& changed) {
    auto set = change_set_for(session, actor_, request.change_set);
    refuse_what_is_undone(session, set);
    ChangeSet own(actor_, source_, "undo");
    own.set_undoes(set.id);
    own.set_about(set.object, set.record);
    const Run run{actor_, source_, Mode::AllOrNothing, &own};
    UndoReport report;
    UndoPage page(service_, run, set, request.on_conflict, session, report);
    page.undo(history_in(session, set.id, Lines::All, 0, most_at_once));
    page.finish();
    // Those who may not undo what was asked for do not undo what followed from it.
    if (page.forbidden() && (is_indivisible(set.kind) || page.undid_followed())) throw *page.forbidden();
    own.close(session);
    report.change_set = own.number();
    report.complete = set.lines <= most_at_once;
    mark(session, set, own.number(), report);
    keep_report(session, own.number(), report);
    changed.insert(page.changed_objects().begin(), page.changed_objects().end());
    if (page.changed_rights()) security::note_change(session);
    return report;
}

UndoReport Undo::run(const UndoRequest& request) {
    std::set<std::string> changed;
    auto report = metadata::on_current_tables(service_.registry(), service_.registry().current(), [&](const auto&) {
        return service_.database().write([&](storage::Session& session) {
            changed.clear();
            return run(request, session, changed);
        });
    });
    service_.announce(changed);
    return report;
}

UndoReport Undo::preview(const UndoRequest& request) {
    UndoReport report;
    try {
        service_.database().write([&](storage::Session& session) {
            std::set<std::string> changed;
            report = run(request, session, changed);
            throw NothingIsKept();
        });
    } catch (const NothingIsKept&) {
    }
    report.change_set = 0;
    return report;
}

std::int64_t Undo::begin(const UndoRequest& request, storage::Session& session) {
    auto set = change_set_for(session, actor_, request.change_set);
    refuse_what_is_undone(session, set);
    ChangeSet own(actor_, source_, "undo");
    own.set_undoes(set.id);
    own.set_about(set.object, set.record);
    std::int64_t number = own.open(session);
    begin_running(session, number);
    session.execute("UPDATE change_set SET undone = 'partly', undone_by = ?1 WHERE id = ?2", {number, set.id});
    UndoReport report;
    report.change_set = number;
    keep_report(session, number, report);
    return number;
}

bool Undo::go_on(std::int64_t change_set, const UndoRequest& request, storage::Session& session, std::set<std::string>& changed) {
    auto set = change_set_for(session, actor_, request.change_set);
    UndoReport report = report_of(change_set_for(session, actor_, change_set));
    auto lines = history_in(session, set.id, Lines::All, report.reached, lines_per_transaction);
    if (lines.empty()) {
        end_running(session, change_set, "done");
        mark(session, set, change_set, report);
        return false;
    }
    report.reached = lines.back().id;
    // Those who may not undo what was asked for do not undo what followed from it.
    if (report.forbidden) std::erase_if(lines, [&](const HistoryLine& line) { return set.changed_by && !line.changed_by; });
    ChangeSet own(actor_, source_, "undo");
    own.go_on(change_set);
    const Run run{actor_, source_, Mode::AllOrNothing, &own};
    UndoPage page(service_, run, set, request.on_conflict, session, report);
    page.undo(lines);
    page.finish();
    if (page.forbidden()) report.forbidden = true;
    own.close(session);
    keep_report(session, change_set, report);
    if (page.changed_rights()) security::note_change(session);
    changed.insert(page.changed_objects().begin(), page.changed_objects().end());
    return true;
}

std::string report_json(const UndoReport& report) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().member("undone", report.undone).member("unchanged", report.unchanged).member("conflict_count", report.conflict_count);
    out.member("reached", report.reached).member("forbidden", report.forbidden);
    out.key("conflicts").begin_array();
    for (const UndoConflict& one : report.conflicts) {
        out.begin_object().member("object", one.object).member("id", one.record.text()).member("field", one.field).member("code", one.code).member("message", one.message);
        out.member("was", one.was).member("became", one.became).member("now", one.now);
        out.member("changed_by", one.changed_by.text()).member("actor", one.actor).member("changed_at", one.changed_at ? one.changed_at->microseconds() : 0).end_object();
    }
    out.end_array().end_object();
    return json;
}

UndoReport report_of(const StoredChangeSet& set) {
    UndoReport report;
    report.change_set = set.id;
    report.state = set.state;
    if (set.details.empty()) return report;
    Json json = Json::parse(set.details);
    report.undone = json.integer_or("undone", 0);
    report.unchanged = json.integer_or("unchanged", 0);
    report.conflict_count = json.integer_or("conflict_count", 0);
    report.reached = json.integer_or("reached", 0);
    report.forbidden = json.boolean_or("forbidden", false);
    for (const Json& one : json["conflicts"].array()) {
        UndoConflict conflict{one.string_or("object", ""), value_or_throw(RecordId::parse(one["id"].string())), one.string_or("field", ""), one.string_or("code", ""), one.string_or("message", ""),
                              one["was"], one["became"], one["now"], {}, one.string_or("actor", ""), {}};
        if (auto user = RecordId::parse(one.string_or("changed_by", ""))) conflict.changed_by = *user;
        if (auto at = one.integer_or("changed_at", 0)) conflict.changed_at = DateTime(at);
        report.conflicts.push_back(std::move(conflict));
    }
    return report;
}

}  // namespace rapport::records

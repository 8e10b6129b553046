#include "records/undo_page.h"

#include <algorithm>

#include "security/restriction.h"
#include "security/rights.h"

namespace rapport::records {
namespace {

using metadata::Field;
using metadata::Object;

bool wants_rights(const Failure& failure) {
    static const std::set<std::string, std::less<>> of_fields{"field_forbidden", "owner_forbidden", "parent_forbidden", "record_type_forbidden"};
    return failure.kind() == FailureKind::Forbidden || failure.kind() == FailureKind::NotFound ||
           std::any_of(failure.problems().begin(), failure.problems().end(), [](const Problem& problem) { return of_fields.contains(problem.code); });
}

}  // namespace

UndoPage::UndoPage(Service& service, const Run& run, const StoredChangeSet& set, OnConflict on_conflict, storage::Session& session, UndoReport& report)
    : service_(service), run_(run), set_(set), on_conflict_(on_conflict), session_(session), report_(report), system_(security::Actor::system("undo")),
      system_run_{system_, Source::System, Mode::AllOrNothing, run.change_set}, visible_(security::visible_to(run.actor)), catalogue_(service.registry().current()),
      pipeline_(std::make_unique<Pipeline>(service, run_, session)) {}

void UndoPage::undo(const std::vector<HistoryLine>& lines) {
    const auto pieces = pieces_of(lines, set_.changed_by);
    std::vector<Plan> plans;
    for (const Piece& piece : pieces)
        if (auto one = plan(piece)) plans.push_back(*std::move(one));
    for (Plan& one : plans) undo(one);
    for (const Plan& one : plans)
        if (one.done) put_right(one);
}

void UndoPage::finish() {
    pipeline_->finish();
    changed_.insert(pipeline_->changed_objects().begin(), pipeline_->changed_objects().end());
    changed_rights_ = changed_rights_ || pipeline_->changed_rights();
}

/// What followed is put back in the name of the system, as it was done; the history keeps the order in which it happens.
void UndoPage::switch_to(bool followed) {
    if (follows_ == followed) return;
    finish();
    follows_ = followed;
    pipeline_ = std::make_unique<Pipeline>(service_, followed ? system_run_ : run_, session_);
}

void UndoPage::undo(Plan& plan) {
    using enum Piece::State;
    const Piece& piece = *plan.piece;
    if (!plan.conflicts.empty()) {
        for (UndoConflict& one : plan.conflicts) report(std::move(one));
        return;
    }
    switch_to(piece.followed);
    bool is_live = pipeline_->stored_record(*plan.object, piece.record)["deleted_at"].is_null();
    if (piece.was != Live) {
        const bool has_fields = plan.asked.is_object() || plan.followed.is_object();
        if (has_fields && (is_live || bring_back(plan))) {
            put_back(plan);
            is_live = true;
        }
        if (is_live) remove(plan);
        else ++report_.unchanged;
        return;
    }
    if (piece.became == Trash && !is_live && !bring_back(plan)) return;
    if (piece.became == Trash && piece.fields.empty()) return;
    put_back(plan);
}

void UndoPage::remove(Plan& plan) {
    std::vector<UndoConflict> found;
    if (on_conflict_ == OnConflict::Keep) find_records_since(*plan.piece, *plan.object, found);
    for (auto& one : found) report(std::move(one));
    if (!found.empty()) return;
    Operation operation;
    operation.kind = Operation::Kind::Delete;
    operation.object = plan.object->name;
    operation.id = plan.piece->record;
    if (!apply(operation, plan.piece->followed)) report(conflict(*plan.piece, failure_->code(), failure_->what()));
}

bool UndoPage::bring_back(const Plan& plan) {
    const Piece& piece = *plan.piece;
    auto root = session_.value("SELECT root_id FROM trash WHERE record_id = ?1", {piece.record.number()});
    bool hung_on_other = root && root->integer() != piece.record.number();
    if (hung_on_other) return false;  // it is that one's to bring it back, and that one's conflict if it cannot
    if (on_conflict_ == OnConflict::Keep && was_deleted_again(piece)) {
        report(conflict(piece, "deleted_again", "It was brought back and then deleted again."));
        return false;
    }
    Operation operation;
    operation.kind = Operation::Kind::Restore;
    operation.object = plan.object->name;
    operation.id = piece.record;
    if (apply(operation, piece.followed)) return true;
    report(conflict(piece, failure_->code(), failure_->what()));
    return false;
}

void UndoPage::put_back(Plan& plan) {
    const bool nothing = plan.asked.is_null() && plan.followed.is_null();
    if (nothing && plan.kept.empty() && !plan.hidden && !plan.piece->followed) ++report_.unchanged;
    if (plan.asked.is_object() && !plan.asked.members().empty()) {
        switch_to(false);
        plan.done = put_back(plan, plan.asked, false);
    }
    if (plan.followed.is_object() && !plan.followed.members().empty()) {
        switch_to(true);
        plan.done = put_back(plan, plan.followed, true) || plan.done;
    }
    report_kept(plan);
}

void UndoPage::report_kept(Plan& plan) {
    if (plan.hidden) report(conflict(*plan.piece, "field_forbidden", "Something that you may not see was left as it is. Ask an administrator."));
    if (plan.kept.empty()) return;
    Record after = pipeline_->stored_record(*plan.object, plan.piece->record);
    auto lines = lines_since(*plan.piece);
    for (UndoConflict& one : plan.kept) {
        const Field& field = plan.object->field(one.field);
        // A hook has made another value of it, as it does when people change what it comes from.
        if (!(after[field] == plan.now[field])) continue;
        tell_who(one, lines);
        report(std::move(one));
    }
}

bool UndoPage::put_back(const Plan& plan, const Json& fields, bool followed) {
    Operation operation;
    operation.kind = Operation::Kind::Update;
    operation.object = plan.object->name;
    operation.id = plan.piece->record;
    operation.fields = fields;
    operation.inside = {true, true, plan.open, followed};
    while (!operation.fields.members().empty()) {
        if (apply(operation, followed)) return true;
        bool fewer = false;
        for (const Problem& problem : failure_->problems()) {
            if (problem.field.empty() || !operation.fields.has(problem.field)) continue;
            report(field_conflict(plan, plan.object->field(problem.field), problem.code, problem.message));
            refused_.insert({plan.piece->record, problem.field});
            operation.fields.erase(problem.field);
            operation.inside.open.insert(problem.field);
            fewer = true;
        }
        if (fewer) continue;
        for (const auto& [name, value] : operation.fields.members()) refused_.insert({plan.piece->record, name});
        report(conflict(*plan.piece, failure_->code(), failure_->what()));
        return false;
    }
    return false;
}

void UndoPage::put_right(const Plan& plan) {
    Record now = pipeline_->stored_record(*plan.object, plan.piece->record);
    if (!now.id() || !now["deleted_at"].is_null()) return;
    Operation operation;
    operation.kind = Operation::Kind::Update;
    operation.object = plan.object->name;
    operation.id = plan.piece->record;
    operation.inside = {true, true, plan.open, true};
    for (const Json* fields : {&plan.asked, &plan.followed}) {
        if (!fields->is_object()) continue;
        for (const auto& [name, value] : fields->members()) {
            const Field& field = plan.object->field(name);
            if (!refused_.contains({plan.piece->record, name}) && !(opened_value(history_value(field, now[field])) == value)) operation.fields.set(name, value);
        }
    }
    if (!operation.fields.is_object()) return;
    switch_to(true);
    if (!apply(operation, true)) report(conflict(*plan.piece, failure_->code(), failure_->what()));
}

bool UndoPage::apply(const Operation& operation, bool followed) {
    pipeline_->settle_roll_ups(operation.object);
    const auto mark = pipeline_->mark();
    try {
        Outcome outcome;
        session_.savepoint([&] { outcome = pipeline_->apply(operation); });
        bool changed = outcome.result != Outcome::Result::Unchanged;
        run_.change_set->note(followed ? system_ : run_.actor, operation, outcome);
        if (changed && followed) undid_followed_ = true;
        else if (changed) ++report_.undone;
        else if (!followed) ++report_.unchanged;
        return true;
    } catch (const Failure& failure) {
        pipeline_->forget_since(mark);
        if (failure.kind() == FailureKind::Unavailable || failure.kind() == FailureKind::Internal || failure.code() == security::unproved) throw;
        failure_ = failure;
        if (!forbidden_ && !followed && wants_rights(failure)) forbidden_ = failure;
        return false;
    }
}

}  // namespace rapport::records

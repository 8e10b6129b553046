#include "records/pipeline.h"

#include "base/text.h"

namespace rapport::records {

Pipeline::Pipeline(Service& service, const Run& run, storage::Session& session)
    : service_(service), run_(run), session_(session), catalogue_(service.registry().current()), money_(session) {
    metadata::require_current_types(session, *catalogue_);
}

Outcome Pipeline::apply(const Operation& operation) {
    const metadata::Object& object = catalogue_->object(operation.object);
    switch (operation.kind) {
        case Operation::Kind::Create: return save(operation, object, RecordId());
        case Operation::Kind::Update: return save(operation, object, operation.id);
        case Operation::Kind::Upsert: return save(operation, object, find_match(operation, object));
        case Operation::Kind::Delete: return remove(operation, object);
        case Operation::Kind::Restore: return restore(operation, object);
    }
    throw Failure(FailureKind::Internal, "internal_error", "An operation of an unknown kind.");
}

/// Creates when `id` is none, updates otherwise.
Outcome Pipeline::save(const Operation& operation, const metadata::Object& object, RecordId id) {
    Operation::Kind kind = id ? Operation::Kind::Update : Operation::Kind::Create;
    check_object_right(kind, object);
    std::optional<Record> before;
    if (id) {
        before = load(object, id, kind);
        check_version(operation, *before);
    }
    Change change{kind, object, *catalogue_, run_.actor, session_, run_.source, *run_.change_set, before ? &*before : nullptr, before ? *before : Record(object),
                  std::vector<bool>(object.fields.size()), {}};
    read_fields(change, operation);
    if (kind == Operation::Kind::Create) fill_defaults(change);
    refuse_problems(change);
    spell_tags(change);
    std::optional<Record> wanted;
    if (operation.inside.exact) wanted = change.after;
    run_before_hooks(change);
    if (wanted) keep_exact(change, *wanted, operation.inside.open);
    money_.convert(change);
    if (!operation.inside.rules_hold) check_required(change);
    check_references(change, operation.inside.exact);
    check_new_owner(change);
    check_record_type(change);
    if (!operation.inside.rules_hold) check_rules(change);
    refuse_problems(change);
    check_duplicates(change, operation);

    auto changed = changed_fields(change.before, change.after);
    if (kind == Operation::Kind::Update && changed.empty()) return {id, Outcome::Result::Unchanged, {}};
    if (kind == Operation::Kind::Create) {
        number_record(change);
        insert(change);
    } else {
        update(change, changed);
    }
    write_tags(change);
    write_history(change, changed);
    write_search_text(change, changed);
    note_roll_ups(change, changed);
    note_grantees(change, changed);
    note_totals(change, changed);
    write_outbox(change, changed);
    run_after_hooks(change);
    return {change.id(), id ? Outcome::Result::Updated : Outcome::Result::Created, {}};
}

Outcome Pipeline::remove(const Operation& operation, const metadata::Object& object) {
    check_object_right(Operation::Kind::Delete, object);
    Record before = load(object, operation.id, Operation::Kind::Delete);
    check_version(operation, before);
    Change change{Operation::Kind::Delete, object, *catalogue_, run_.actor, session_, run_.source, *run_.change_set, &before, before, std::vector<bool>(object.fields.size()), {}};
    run_before_hooks(change);
    refuse_problems(change);
    move_to_trash(object, operation.id, operation.id, DateTime::now());
    run_after_hooks(change);
    return {operation.id, Outcome::Result::Deleted, {}};
}

Outcome Pipeline::restore(const Operation& operation, const metadata::Object& object) {
    check_object_right(Operation::Kind::Restore, object);
    run_.actor.rights().require_action("restore", object);
    Record before = load(object, operation.id, Operation::Kind::Restore);
    check_version(operation, before);
    Change change{Operation::Kind::Restore, object, *catalogue_, run_.actor, session_, run_.source, *run_.change_set, &before, before, std::vector<bool>(object.fields.size()), {}};
    run_before_hooks(change);
    refuse_problems(change);
    take_from_trash(operation.id, DateTime::now());
    run_after_hooks(change);
    return {operation.id, Outcome::Result::Restored, {}};
}

/// What is put back comes back as it was: hooks have had their say, and may have derived what is derived from other fields.
void Pipeline::keep_exact(Change& change, const Record& wanted, const std::set<std::string>& open) const {
    for (const metadata::Field& field : change.object.fields) {
        bool derived = !field.derived_from.empty() || !field.base_of.empty();
        if (field.has_column() && !derived && !open.contains(field.name)) change.after[field] = wanted[field];
    }
}

RecordId Pipeline::find_match(const Operation& operation, const metadata::Object& object) {
    const metadata::Field& field = object.field(operation.match_field);
    const Json& wanted = operation.fields[field.name];
    if (wanted.is_null())
        throw invalid_field({field.name, "required", "To update or create by \"" + field.name + "\", the record needs a value there."});
    auto found = find_by(object, field, wanted);
    if (found.size() > 1)
        throw Failure(FailureKind::Conflict, "ambiguous_match", "Several records of " + object.label + " have this " + field.label + ".",
                      {{field.name, "ambiguous_match", "Name the record by a field that is unique."}});
    return found.empty() ? RecordId() : found.front();
}

void Pipeline::run_before_hooks(Change& change) const {
    auto hooks = service_.hooks_.find(change.object.name);
    if (hooks == service_.hooks_.end()) return;
    for (const auto& hook : hooks->second) hook->before_save(change);
}

void Pipeline::run_after_hooks(Change& change) {
    changed_objects_.insert(change.object.name);
    auto hooks = service_.hooks_.find(change.object.name);
    if (hooks == service_.hooks_.end()) return;
    for (const auto& hook : hooks->second) hook->after_save(change, service_);
}

security::Asking Pipeline::asking(security::Access access) const { return {run_.actor, catalogue_, security::context_of(run_.actor), access}; }

void Pipeline::ask(const query::Select& select, const security::Asking& asking, const std::function<void(const std::vector<Cell>&)>& visit) {
    query::for_each_row(session_, security::compile(select, asking, session_.dialect()), visit);
}

std::vector<const metadata::Field*> changed_fields(const Record* before, const Record& after) {
    std::vector<const metadata::Field*> out;
    for (const metadata::Field& field : after.object().fields) {
        if (!field.has_column() || field.name == "id") continue;
        bool differs = before ? !((*before)[field] == after[field]) : !after[field].is_null();
        if (differs) out.push_back(&field);
    }
    return out;
}

bool Change::changes(std::string_view name) const {
    const metadata::Field& field = object.field(name);
    return before ? !((*before)[field] == after[field]) : !after[field].is_null();
}

void Change::refuse(std::string field, std::string code, std::string message) { problems.push_back({std::move(field), std::move(code), std::move(message)}); }

}  // namespace rapport::records

#include <algorithm>

#include "metadata/schema.h"
#include "records/pipeline.h"
#include "search/index.h"

namespace rapport::records {
namespace {

std::vector<RecordId> referring(storage::Session& session, const std::string& object, const std::string& field, RecordId id, bool live) {
    std::vector<RecordId> out;
    auto rows = session.query("SELECT id FROM " + metadata::quoted(object) + " WHERE " + metadata::quoted(field) + " = ?1 AND deleted_at IS " + (live ? "NULL" : "NOT NULL"), {id.number()});
    while (rows->next()) out.emplace_back(rows->integer(0));
    return out;
}

}  // namespace

/// Moves a record and what hangs on it; all of them come back together (`root`).
void Pipeline::move_to_trash(const metadata::Object& object, RecordId id, RecordId root, DateTime now) {
    // Marked first, so that records that refer to each other end the walk.
    auto count = session_.execute("UPDATE " + metadata::quoted(object.name) + " SET deleted_at = ?1, version = version + 1 WHERE id = ?2 AND deleted_at IS NULL", {now.microseconds(), id.number()});
    if (count == 0) return;
    for (auto& [access, ids] : reachable_) ids.erase(id);
    Value by = run_.actor.user() ? Value(run_.actor.user().number()) : Value();
    session_.execute("INSERT INTO trash (record_id, root_id, deleted_at, deleted_by_id) VALUES (?1, ?2, ?3, ?4)", {id.number(), root.number(), now.microseconds(), by});

    for (const metadata::ChildRelation& child : object.children) {
        const metadata::Object& child_object = catalogue_->object(child.object);
        const metadata::Field& field = child_object.field(child.field);
        if (field.on_delete == metadata::OnDelete::Keep || !field.has_column()) continue;
        auto children = referring(session_, child.object, child.field, id, true);
        if (children.empty()) continue;
        if (field.on_delete == metadata::OnDelete::Restrict)
            throw Failure(FailureKind::Conflict, "in_use", std::to_string(children.size()) + " " + child_object.plural_label + " refer to this " + object.label + ": move or delete them first.");
        for (RecordId child_id : children) move_to_trash(child_object, child_id, root, now);
    }

    Record gone = stored_record(object, id);
    Change change{Operation::Kind::Delete, object, *catalogue_, run_.actor, session_, run_.source, *run_.change_set, &gone, gone, std::vector<bool>(object.fields.size()), {}};
    write_history(change, {});
    search_.remove(id);
    write_outbox(change, {});
    changed_objects_.insert(object.name);
    note_roll_ups(change, {});
    note_totals(change, {});
}

void Pipeline::take_from_trash(RecordId root, DateTime) {
    std::vector<RecordId> ids;
    auto rows = session_.query("SELECT record_id FROM trash WHERE root_id = ?1", {root.number()});
    while (rows->next()) ids.emplace_back(rows->integer(0));
    rows.reset();
    if (std::find(ids.begin(), ids.end(), root) == ids.end())
        throw Failure(FailureKind::Conflict, "in_trash_with_parent", "This record went to the trash with the one it hangs on: restore that one.");
    // The root comes last, so that undoing begins with it and takes the others along again.
    std::stable_partition(ids.begin(), ids.end(), [&](RecordId id) { return id != root; });
    for (RecordId id : ids) {
        const metadata::Object* object = catalogue_->find(id);
        if (!object) continue;
        session_.execute("UPDATE " + metadata::quoted(object->name) + " SET deleted_at = NULL, version = version + 1 WHERE id = ?1", {id.number()});
        session_.execute("DELETE FROM trash WHERE record_id = ?1", {id.number()});
        session_.execute("DELETE FROM record_merge WHERE record_id = ?1", {id.number()});
        auto record = stored_record(*object, id);
        Change change{Operation::Kind::Restore, *object, *catalogue_, run_.actor, session_, run_.source, *run_.change_set, nullptr, record, std::vector<bool>(object->fields.size()), {}};
        write_history(change, {});
        write_search_text(change, changed_fields(nullptr, record));
        write_outbox(change, {});
        changed_objects_.insert(object->name);
        note_roll_ups(change, {});
        note_grantees(change, changed_fields(nullptr, record));
        note_totals(change, {});
    }
}

}  // namespace rapport::records

#include "metadata/schema.h"
#include "records/pipeline.h"
#include "security/restriction.h"
#include "security/rights.h"

namespace rapport::records {
namespace {

security::ObjectRight right_for(Operation::Kind kind) {
    switch (kind) {
        case Operation::Kind::Create: return security::ObjectRight::Create;
        case Operation::Kind::Delete:
        case Operation::Kind::Restore: return security::ObjectRight::Delete;
        default: return security::ObjectRight::Update;
    }
}

std::string_view verb(Operation::Kind kind) {
    switch (kind) {
        case Operation::Kind::Create: return "create";
        case Operation::Kind::Delete: return "delete";
        case Operation::Kind::Restore: return "restore";
        default: return "change";
    }
}

}  // namespace

void Pipeline::check_object_right(Operation::Kind kind, const metadata::Object& object) const {
    if (!run_.actor.rights().may(right_for(kind), object))
        throw Failure(FailureKind::Forbidden, "object_forbidden",
                      "You may not " + std::string(verb(kind)) + " " + object.plural_label + ": your permission sets do not allow it. Ask an administrator.");
    if (object.gives_access) run_.actor.require_proof();
}

/// The stored record, as far as the actor may do this to it; what may not be seen is not there.
Record Pipeline::load(const metadata::Object& object, RecordId id, Operation::Kind kind) {
    auto missing = [&] { return Failure(FailureKind::NotFound, "not_found", "There is no such record of " + object.label + ", or you may not see it."); };
    if (catalogue_->find(id) != &object) throw missing();
    bool restoring = kind == Operation::Kind::Restore;
    auto fetch = [&](security::Access access) -> std::optional<Record> {
        // Every field is loaded, whatever the actor may see: the pipeline checks what is asked to change.
        security::Asking by_id = asking(access);
        by_id.trash = restoring ? query::Restricted::Trash::Only : query::Restricted::Trash::Exclude;
        by_id.hidden_fields = true;
        std::optional<Record> record;
        query::for_each_row(session_, service_.statements().by_id(object, id, by_id, session_.dialect()), [&](const std::vector<Cell>& cells) {
            record.emplace(object);
            std::size_t column = 0;
            for (const metadata::Field& field : object.fields)
                if (field.has_column()) (*record)[field] = cells[column++].value();
        });
        return record;
    };
    bool deleting = kind == Operation::Kind::Delete || restoring;
    if (auto record = fetch(deleting ? security::Access::Delete : security::Access::Edit)) return *std::move(record);
    if (!fetch(security::Access::Read)) throw missing();
    throw Failure(FailureKind::Forbidden, "record_forbidden", "You may see this record but not " + std::string(verb(kind)) + " it. Ask its owner or an administrator.");
}

Record Pipeline::load_for(Operation::Kind kind, const metadata::Object& object, RecordId id) {
    check_object_right(kind, object);
    return load(object, id, kind);
}

Record Pipeline::stored_record(const metadata::Object& object, RecordId id) {
    std::string columns;
    for (const metadata::Field& field : object.fields)
        if (field.has_column()) columns += (columns.empty() ? "" : ", ") + metadata::quoted(field.name);
    Record record(object);
    auto rows = session_.query("SELECT " + columns + " FROM " + metadata::quoted(object.name) + " WHERE id = ?1", {id.number()});
    if (!rows->next()) return record;
    int column = 0;
    for (const metadata::Field& field : object.fields)
        if (field.has_column()) record[field] = rows->value(column++);
    return record;
}

void Pipeline::check_version(const Operation& operation, const Record& before) const {
    if (!operation.version || *operation.version == before["version"].integer()) return;
    throw Failure(FailureKind::Conflict, "stale_version", "Somebody else changed this record since you loaded it: load it again and repeat your change.");
}

}  // namespace rapport::records

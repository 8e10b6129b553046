#include "metadata/schema.h"
#include "records/pipeline.h"

namespace rapport::records {
namespace {

void stamp(Change& change, RecordId user, DateTime now) {
    Record& record = change.after;
    Value by = user ? Value(user.number()) : Value();
    if (change.kind == Operation::Kind::Create) {
        // An import or a demo may carry the moment at which a record was really made.
        if (record["created_at"].is_null()) record["created_at"] = now.microseconds();
        record["created_by_id"] = by;
        record["version"] = 1;
    } else {
        record["version"] = record["version"].integer() + 1;
    }
    record["updated_at"] = now.microseconds();
    record["updated_by_id"] = by;
}

std::string parameter(std::size_t number) { return "?" + std::to_string(number); }

}  // namespace

/// All columns, always: one statement an object, so that the engine prepares it once.
void Pipeline::insert(Change& change) {
    stamp(change, run_.actor.user(), DateTime::now());
    std::string columns;
    std::string places;
    std::vector<Value> parameters;
    for (const metadata::Field& field : change.object.fields) {
        if (!field.has_column() || field.name == "id") continue;
        parameters.push_back(change.after[field]);
        columns += (columns.empty() ? "" : ", ") + metadata::quoted(field.name);
        places += (places.empty() ? "" : ", ") + parameter(parameters.size());
    }
    change.after["id"] = session_.insert("INSERT INTO " + metadata::quoted(change.object.name) + " (" + columns + ") VALUES (" + places + ")", parameters);
}

void Pipeline::update(Change& change, const std::vector<const metadata::Field*>& changed) {
    std::int64_t version = change.after["version"].integer();
    stamp(change, run_.actor.user(), DateTime::now());
    std::string assignments;
    std::vector<Value> parameters;
    auto assign = [&](const metadata::Field& field) {
        parameters.push_back(change.after[field]);
        assignments += (assignments.empty() ? "" : ", ") + metadata::quoted(field.name) + " = " + parameter(parameters.size());
    };
    for (const metadata::Field* field : changed)
        if (!field->system || field->name == "owner_id" || field->name == "currency_code") assign(*field);
    for (auto name : {"version", "updated_at", "updated_by_id"}) assign(change.object.field(name));
    parameters.push_back(change.id().number());
    std::string by_id = parameter(parameters.size());
    parameters.push_back(version);
    std::string by_version = parameter(parameters.size());
    auto count = session_.execute("UPDATE " + metadata::quoted(change.object.name) + " SET " + assignments + " WHERE id = " + by_id + " AND version = " + by_version, parameters);
    if (count != 1) throw Failure(FailureKind::Conflict, "stale_version", "Somebody else changed this record at the same moment: load it again and repeat your change.");
}

}  // namespace rapport::records

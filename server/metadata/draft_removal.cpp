#include <algorithm>

#include "metadata/draft.h"
#include "metadata/schema.h"

namespace rapport::metadata {
namespace {

bool refers_to(const Field& field, const Object& object) { return std::find(field.targets.begin(), field.targets.end(), object.name) != field.targets.end(); }

bool is_part(const Field& field) { return field.type->name() == "master_detail"; }

/// Such as add_relation() makes: nobody sees it but through the two that it stands between.
bool is_between(const Object& object) {
    return object.custom && object.hidden && !object.owned && std::count_if(object.fields.begin(), object.fields.end(), is_part) >= 2;
}

/// An administrator's, with a column that is its own affair.
bool is_own(const Object& object, const Field& field) {
    return field.custom && !field.system && field.component_of.empty() && field.base_of.empty() && field.name != object.name_field;
}

void set_columns_aside(storage::Session& session, const Object& object, const Field& field, std::int64_t version) {
    set_column_aside(session, object, field, version);
    for (const Field& part : object.fields)
        if (part.component_of == field.name || part.base_of == field.name) set_column_aside(session, object, part, version);
}

void refuse_parts(const Catalogue& catalogue, const Object& object) {
    std::vector<Problem> parts;
    for (const Object& other : catalogue.objects())
        for (const Field& field : other.fields)
            if (&other != &object && is_part(field) && refers_to(field, object) && !is_between(other))
                parts.push_back({other.name + "." + field.name, "has_parts", "Every record of " + other.label + " is a part of a record of " + object.label + "."});
    if (parts.empty()) return;
    std::string first = parts.front().message;
    throw Failure(FailureKind::Conflict, "has_parts", first + " Delete that object or that field first.", std::move(parts));
}

}  // namespace

void Draft::remove_object(const Object& object, RecordId by) {
    if (!object.custom) throw Failure(FailureKind::Conflict, "standard_object", object.label + " is a standard object: it can be hidden, not deleted.");
    refuse_parts(catalogue_, object);
    drop(object, by);
}

void Draft::drop(const Object& object, RecordId by) {
    if (!dropped_.insert(object.name).second) return;
    for (const Field& field : object.fields) removed_.insert(&field);
    std::erase_if(overlay_, [&](const Json& over) { return over["name"].string() == object.name; });
    // Its number stays taken, because the ids of its records, which have it in them, stand in history.
    overlay_.push_back(Json::Members{{"name", "deleted_" + std::to_string(object.number)}, {"number", object.number}, {"deleted", true}});
    for (const Object& other : catalogue_.objects()) {
        bool between = is_between(other) && std::any_of(other.fields.begin(), other.fields.end(), [&](const Field& field) { return is_part(field) && refers_to(field, object); });
        if (between) drop(other, by);
        else if (!dropped_.contains(other.name)) remove_references(other, object, by);
    }
    steps_.push_back([&object](storage::Session& session, std::int64_t version) { set_table_aside(session, object, version); });
}

/// What refers to it goes with it; the caller has seen and confirmed the list.
void Draft::remove_references(const Object& object, const Object& target, RecordId by) {
    for (const Field& field : object.fields) {
        if (!field.custom) continue;
        bool sums_up = field.roll_up && field.roll_up->child == target.name;
        if (sums_up || field.targets == std::vector{target.name}) remove_field(object, field, by);
        else if (refers_to(field, target)) remove_target(object, field, target.name);
    }
}

void Draft::remove_target(const Object& object, const Field& field, std::string_view target) {
    for (Json& item : entry(object).member("fields").items()) {
        if (item["name"].string() != declared_name(field)) continue;
        Json::Array rest = item["to"].array();
        std::erase(rest, Json(target));
        item.set("to", std::move(rest));
    }
}

void Draft::remove_field(const Object& object, const Field& field, RecordId by) {
    if (!is_own(object, field)) throw Failure(FailureKind::Conflict, "standard_field", field.label + " is a standard field: it can be left off the layouts, not deleted.");
    removed_.insert(&field);
    keep(object, field, by);
    std::string name = declared_name(field);
    Json& list = entry(object).member("fields");
    if (list.is_array()) std::erase_if(list.items(), [&](const Json& item) { return item["name"].string() == name; });
    steps_.push_back([&object, &field](storage::Session& session, std::int64_t version) { set_columns_aside(session, object, field, version); });
}

void Draft::change_type(const Object& object, const Field& field, const Json& declaration, const std::string& column) {
    if (!is_own(object, field)) throw Failure(FailureKind::Conflict, "standard_field", field.label + " is a standard field: its type stays what it is.");
    put(entry(object).member("fields"), declared_name(field), declaration);
    steps_.push_back([&object, &field, column](storage::Session& session, std::int64_t version) {
        set_columns_aside(session, object, field, version);
        put_column_in_place(session, object, field.name, column);
        const std::string base = column + "_base";
        if (columns_of(session, object.name).contains(base)) put_column_in_place(session, object, field.name + "_base", base);
    });
}

}  // namespace rapport::metadata

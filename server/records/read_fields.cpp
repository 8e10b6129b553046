#include <algorithm>

#include "base/text.h"
#include "records/history.h"
#include "records/pipeline.h"
#include "security/rights.h"

namespace rapport::records {
namespace {

bool is_echo(const std::string& key) {
    // What the server sent along with a record may come back with it.
    return key == "id" || key == "version" || key == "attributes";
}

}  // namespace

void Pipeline::read_fields(Change& change, const Operation& operation) {
    const Json& fields = operation.fields;
    if (fields.is_null()) return;
    if (!fields.is_object()) throw Failure(FailureKind::Invalid, "wrong_type", "The fields of a record are a JSON object.");
    for (const auto& [key, value] : fields.members())
        if (!is_echo(key)) read_field(change, key, value, operation.inside);
}

void Pipeline::read_field(Change& change, const std::string& key, const Json& value, const Inside& inside) {
    const metadata::Object& object = change.object;
    const security::Rights& rights = run_.actor.rights();
    const metadata::Field* relation = object.find_relation(key);
    const metadata::Field* field = object.find_field(key);
    if (field && ((field->read_only && inside.fields_of_the_system) || inside.found_out.contains(field->name))) return set_field(change, *field, value);
    bool by_relation = relation && (!field || field == relation) && metadata::normalized_spelling(key) != metadata::normalized_spelling(relation->name);
    if (by_relation) field = relation;
    if (!field || !rights.may_read(object, *field)) {
        std::vector<std::string_view> names;
        for (const auto& candidate : object.fields)
            if (rights.may_read(object, candidate)) names.push_back(candidate.name);
        auto near = text::nearest(key, names);
        change.refuse(key, "unknown_field", "There is no field \"" + key + "\" on " + object.name + (near.empty() ? "." : "; did you mean \"" + std::string(near) + "\"?"));
        return;
    }
    bool by_the_system = run_.actor.is_system();
    if (field->read_only && !by_the_system) {
        change.refuse(field->name, "read_only", field->label + " is kept by the system and cannot be set.");
        return;
    }
    if (!rights.may_edit(object, *field)) {
        change.refuse(field->name, "field_forbidden", "You may not change " + field->label + ": your permission sets do not allow it.");
        return;
    }
    if (by_relation && !value.is_null()) read_relation(change, *field, value);
    else set_field(change, *field, value);
}

void Pipeline::set_field(Change& change, const metadata::Field& field, const Json& value) {
    change.given[static_cast<std::size_t>(field.index)] = true;
    if (field.type->shape() == metadata::Shape::Compound) {
        if (!value.is_null() && !value.is_object()) return change.refuse(field.name, "wrong_type", field.label + " is an object of its parts.");
        for (const metadata::Field& part : change.object.fields) {
            if (part.component_of != field.name) continue;
            // A compound is replaced part by part; null clears all of it.
            if (value.is_null() || value.has(part.component)) set_field(change, part, value[part.component]);
        }
        if (!value.is_object()) return;
        for (const auto& [key, part] : value.members())
            if (!change.object.find_field(field.name + "_" + key)) change.refuse(field.name + "." + key, "unknown_field", field.label + " has no part \"" + key + "\".");
        return;
    }
    if (!field.has_column()) return change.refuse(field.name, "read_only", field.label + " is computed and cannot be set.");
    if (value.is_null() || (value.is_string() && value.string().empty())) {
        bool is_checkbox = field.type->shape() == metadata::Shape::Boolean;
        change.after[field] = is_checkbox ? Value(0) : Value();
        return;
    }
    if (field.type->shape() == metadata::Shape::Set && value.is_object()) return change_members(change, field, value);
    auto stored = field.type->read(value, field);
    if (stored) change.after[field] = *std::move(stored);
    else change.refuse(field.name, stored.error().code, stored.error().message);
}

/// {"add": ["VIP"], "remove": ["Cold"]}: what others have put there meanwhile stays.
void Pipeline::change_members(Change& change, const metadata::Field& field, const Json& value) {
    auto is_list = [](const Json& list) { return list.is_null() || (list.is_array() && std::all_of(list.array().begin(), list.array().end(), [](const Json& each) { return each.is_string(); })); };
    for (const auto& [key, list] : value.members())
        if ((key != "add" && key != "remove") || !is_list(list))
            return change.refuse(field.name, "wrong_type", R"(What a field with several values takes is all of them, as an array, or {"add": […], "remove": […]}.)");
    Json::Array members;
    const Json now = history_value(field, change.after[field]);
    auto is_removed = [&](const Json& member) {
        const Json& removed = value["remove"];
        return removed.is_array() && std::any_of(removed.array().begin(), removed.array().end(), [&](const Json& each) { return text::lower(text::trim(each.string())) == text::lower(member.string()); });
    };
    if (now.is_array())
        for (const Json& member : now.array())
            if (!is_removed(member)) members.push_back(member);
    if (value["add"].is_array())
        for (const Json& member : value["add"].array()) members.push_back(member);
    set_field(change, field, Json(std::move(members)));
}

}  // namespace rapport::records

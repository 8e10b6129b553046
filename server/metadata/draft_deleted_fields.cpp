#include <algorithm>
#include <functional>
#include <map>

#include "base/calendar.h"
#include "base/text.h"
#include "metadata/declared_fields.h"
#include "metadata/draft.h"
#include "metadata/schema.h"

namespace rapport::metadata {
namespace {

constexpr std::string_view of_section = "section ";

/// What a layout lists: fields, related records, and the fields of each section.
void each_list(Json& layout, const std::function<void(const std::string& name, Json::Array& items)>& visit) {
    for (const char* name : {"fields", "highlights", "related"})
        if (layout[name].is_array()) visit(name, layout.member(name).items());
    if (!layout["sections"].is_array()) return;
    for (Json& section : layout.member("sections").items())
        if (section["fields"].is_array()) visit(std::string(of_section) + section.string_or("label", ""), section.member("fields").items());
}

/// Where it stood; at the end where its neighbour is gone, and at the end of the last section where its own is gone.
void put_in_place(Json& layout, const Json& place) {
    const std::string wanted = place["list"].string();
    Json::Array* list = nullptr;
    Json::Array* last_section = nullptr;
    each_list(layout, [&](const std::string& name, Json::Array& items) {
        if (name == wanted) list = &items;
        if (name.starts_with(of_section)) last_section = &items;
    });
    const auto put = [&](Json::Array& items, Json::Array::iterator at) {
        if (std::find(items.begin(), items.end(), place["name"]) == items.end()) items.insert(at, place["name"]);
    };
    if (!list) {
        if (last_section && wanted.starts_with(of_section)) put(*last_section, last_section->end());
        return;
    }
    if (place["after"].is_null()) return put(*list, list->begin());
    const auto neighbour = std::find(list->begin(), list->end(), place["after"]);
    put(*list, neighbour == list->end() ? neighbour : neighbour + 1);
}

void refuse_taken(const Object& object, const Json& kept) {
    for (const std::string& name : {kept["name"].string(), kept["declaration"]["name"].string()}) {
        const Field* taken = object.find_field(name) ? object.find_field(name) : object.find_relation(name);
        if (!taken) continue;
        const std::string message = "The field " + text::quoted(taken->label) + " has the name \"" + taken->name + "\" now. Delete that one first: it is kept as well.";
        throw Failure(FailureKind::Conflict, "duplicate_name", message, {{object.name + "." + taken->name, "duplicate_name", message}});
    }
}

/// A reference leads on to those of its objects that are still there.
void leave_out_targets(const Catalogue& catalogue, Json& declaration) {
    const std::vector<std::string> targets = names_in(declaration["to"]);
    Json::Array there;
    for (const std::string& target : targets)
        if (catalogue.find(target)) there.emplace_back(target);
    if (there.size() == targets.size()) return;
    if (there.empty()) throw Failure(FailureKind::Conflict, "no_target", "It refers to records of \"" + targets.front() + "\", and this object has been deleted.");
    declaration.set("to", std::move(there));
}

}  // namespace

const Json& deleted_field(const Object& object, std::string_view id) {
    for (const Json& kept : items_of(object.deleted_fields))
        if (kept["id"].string() == id) return kept;
    throw Failure(FailureKind::NotFound, "unknown_deleted_field", "There is no deleted field " + text::quoted(id) + " of " + object.label + ": somebody may have brought it back.");
}

void Draft::keep(const Object& object, const Field& field, RecordId by) {
    const std::int64_t version = catalogue_.version() + 1;
    Json columns = Json::Members{};
    for (const Field& part : object.fields)
        if ((&part == &field || part.component_of == field.name || part.base_of == field.name) && part.has_column()) columns.set(part.name, name_aside(part, version));
    Json& list = entry(object).member("deleted_fields");
    if (list.is_null()) list = Json::Array{};
    list.push(Json::Members{{"id", std::to_string(version) + "_" + field.name},
                            {"name", field.name},
                            {"declaration", field.declaration},
                            {"columns", std::move(columns)},
                            {"places", places_of(field)},
                            {"deleted_at", DateTime::now().text()},
                            {"deleted_by", by ? Json(by.text()) : Json()}});
}

/// Where layouts name the field, or records that refer by it: behind what they do.
Json Draft::places_of(const Field& field) const {
    Draft alone(catalogue_, {});
    alone.removed_.insert(&field);
    Json::Array places;
    for (const Object& object : catalogue_.objects()) {
        if (!object.layouts.is_object()) continue;
        for (const auto& [name, layout] : object.layouts.members()) {
            Json laid = layout;
            each_list(laid, [&, layout_name = name](const std::string& list, const Json::Array& items) {
                Json after;
                for (const Json& item : items) {
                    const bool names_it = list == "related" ? alone.lists_removed(object, item.string()) : alone.leads_to_removed(object, item.string());
                    if (names_it) places.push_back(Json::Members{{"object", object.name}, {"layout", layout_name}, {"list", list}, {"name", item}, {"after", after}});
                    after = item;
                }
            });
        }
    }
    return places;
}

void Draft::put_in_places(const Json& places) {
    std::map<std::pair<std::string, std::string>, Json> changed;
    for (const Json& place : items_of(places)) {
        const Object* object = catalogue_.find(place["object"].string());
        const std::string layout = place["layout"].string();
        if (!object || !object->layouts[layout].is_object()) continue;
        auto [found, added] = changed.try_emplace({object->name, layout}, object->layouts[layout]);
        put_in_place(found->second, place);
    }
    for (auto& [where, layout] : changed) put_layout(catalogue_.object(where.first), where.second, layout);
}

void Draft::bring_back_field(const Object& object, std::string_view id, const std::vector<std::string>& without) {
    const Json& kept = deleted_field(object, id);
    refuse_taken(object, kept);
    Json declaration = kept["declaration"];
    leave_out_targets(catalogue_, declaration);
    for (const std::string& setting : without) declaration.erase(setting);
    declaration.set("custom", true);
    put(entry(object).member("fields"), declaration["name"].string(), declaration);
    Json& list = entry(object).member("deleted_fields");
    if (list.is_array()) std::erase_if(list.items(), [&](const Json& one) { return one["id"].string() == id; });
    put_in_places(kept["places"]);
    steps_.push_back([&object, &kept](storage::Session& session, std::int64_t) {
        for (const auto& [name, column] : kept["columns"].members()) put_column_in_place(session, object, name, column.string());
    });
}

}  // namespace rapport::metadata

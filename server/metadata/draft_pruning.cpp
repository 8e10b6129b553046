#include "base/text.h"
#include "metadata/declared_fields.h"
#include "metadata/draft.h"

namespace rapport::metadata {

void Draft::prune() {
    if (removed_.empty()) return;
    for (Json& over : overlay_) prune_duplicate_rules(over);
    for (const Object& object : catalogue_.objects()) {
        if (dropped_.contains(object.name)) continue;
        if (object.layouts.is_object())
            for (const auto& [name, layout] : object.layouts.members())
                if (Json rest = pruned(object, "", layout); rest != layout) put_layout(object, name, rest);
        for (const Json& view : items_of(object.list_views)) prune_view(object, view);
    }
}

/// Only administrators' own rules compare fields that can be removed.
void Draft::prune_duplicate_rules(Json& over) const {
    const Object* object = catalogue_.find(over["name"].string());
    if (!object || !over["duplicate_rules"].is_object()) return;
    Json::Array kept;
    for (const Json& comparison : items_of(over["duplicate_rules"]["compare"])) {
        Json rest = pruned(*object, "", comparison);
        if (!items_of(rest["fields"]).empty()) kept.push_back(std::move(rest));
    }
    over.member("duplicate_rules").set("compare", std::move(kept));
}

void Draft::prune_view(const Object& object, const Json& view) {
    Json rest = view;
    rest.set("columns", pruned(object, "columns", view["columns"]));
    std::string sort;
    const std::string sorted = view.string_or("sort", "");
    for (std::string_view item : text::split(sorted, ',')) {
        std::string_view path = item.substr(item.starts_with('-') ? 1 : 0);
        if (!leads_to_removed(object, path)) sort += (sort.empty() ? "" : ",") + std::string(item);
    }
    if (view["sort"].is_string()) rest.set("sort", sort);
    if (items_of(rest["columns"]).empty() && rest.string_or("kind", "table") != "board") rest.set("columns", Json::Array{object.name_field});
    if (rest != view) put_named(object, "list_views", view["name"].string(), rest);
}

/// A layout, or the columns of a view, without the names of what is removed. `key` is the member that the value stands in.
Json Draft::pruned(const Object& object, std::string_view key, const Json& value) const {
    if (key == "condition") return value;
    if (value.is_array()) {
        Json::Array rest;
        for (const Json& item : value.array()) {
            bool gone = item.is_string() && (key == "related" ? lists_removed(object, item.string()) : leads_to_removed(object, item.string()));
            if (!gone) rest.push_back(pruned(object, key, item));
        }
        return rest;
    }
    if (!value.is_object()) return value;
    Json::Members rest;
    for (const auto& [name, member] : value.members()) rest.emplace_back(name, pruned(object, name, member));
    return rest;
}

bool Draft::is_removed(const Object& object, const Field& field) const {
    if (removed_.contains(&field)) return true;
    const std::string& whole = field.component_of.empty() ? field.base_of : field.component_of;
    const Field* owner = whole.empty() ? nullptr : object.find_field(whole);
    return owner && removed_.contains(owner);
}

/// Whether a path such as "account.region" passes a field that is removed.
bool Draft::leads_to_removed(const Object& from, std::string_view path) const {
    const Object* object = &from;
    for (std::string_view name : text::split(path, '.')) {
        const Field* relation = object->find_relation(name);
        const Field* field = object->find_field(name) ? object->find_field(name) : relation;
        if (field && is_removed(*object, *field)) return true;
        object = relation && relation->targets.size() == 1 ? catalogue_.find(relation->targets.front()) : nullptr;
        if (!object) return false;
    }
    return false;
}

/// Whether the child relation of that name is one of a field or object that is removed.
bool Draft::lists_removed(const Object& object, std::string_view children) const {
    const ChildRelation* relation = object.find_children(children);
    if (!relation) return false;
    const Object& child = catalogue_.object(relation->object);
    return dropped_.contains(child.name) || removed_.contains(child.find_field(relation->field));
}

}  // namespace rapport::metadata

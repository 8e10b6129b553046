#include "metadata/draft.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "metadata/declared_fields.h"
#include "metadata/names.h"

namespace rapport::metadata {
namespace {

constexpr std::int64_t first_custom_number = 1000;

const std::set<std::string_view> object_settings{"label", "plural_label", "description", "translations", "icon", "tint", "sharing", "hidden", "name_field", "duplicate_rules", "role_views"};
const std::set<std::string_view> field_settings{"label", "help", "translations", "required", "unique", "external_id", "searchable", "options", "restricted", "default",
                                                "length", "minimum", "maximum", "format", "formula", "on_delete", "summary", "type", "region"};

void only(const Json& settings, const std::set<std::string_view>& known) {
    for (const auto& [key, value] : settings.members())
        if (!known.contains(key)) throw invalid_field({key, "unknown_setting", "\"" + key + "\" cannot be changed here."});
}

void refuse_old(const Json& value, std::string_view key) {
    if (value.has(key)) throw invalid_field({std::string(key), "unknown_setting", "\"" + std::string(key) + "\" is set by the system."});
}

/// An object that has no amount today may get one tomorrow.
void refuse_system_name(const Json& declaration) {
    std::string name = declaration.string_or("name", "");
    if (is_system_name(name)) throw invalid_field({"name", "reserved_name", text::quoted(name) + " is a field that the system keeps. Choose another name."});
}

bool is_locked(const Object& object, std::string_view name) {
    if (!object.list_views.is_array()) return false;
    const Json::Array& views = object.list_views.array();
    return std::any_of(views.begin(), views.end(), [&](const Json& view) { return view["name"] == Json(name) && view["locked"] == Json(true); });
}

Failure locked() { return Failure(FailureKind::Conflict, "view_locked", "This view is locked. An administrator unlocks it first; or save what you changed as another view."); }

}  // namespace

std::string Draft::declared_name(const Field& field) { return field.declaration["name"].string(); }

Json& Draft::entry(const Object& object) {
    for (Json& over : overlay_)
        if (over["name"].string() == object.name) return over;
    return overlay_.emplace_back(Json::Members{{"name", object.name}});
}

void Draft::put(Json& list, std::string_view name, const Json& value) {
    if (list.is_null()) list = Json::Array{};
    for (Json& item : list.items()) {
        if (item["name"].string() != name) continue;
        item = value;
        return;
    }
    list.push(value);
}

void Draft::add_object(Json declaration) {
    std::string name = declaration.string_or("name", "");
    if (name.empty()) throw invalid_field({"name", "required", "An object needs a name, such as \"boat\"."});
    if (catalogue_.find(name)) throw Failure(FailureKind::Conflict, "duplicate_name", "There is an object \"" + name + "\" already.", {{"name", "duplicate_name", "Choose another name."}});
    // Tables of the system itself share the name space of the database.
    static const std::set<std::string_view> reserved_prefixes{"rapport_", "sqlite_", "pg_", "metadata_", "deleted_"};
    for (auto prefix : reserved_prefixes)
        if (name.starts_with(prefix)) throw invalid_field({"name", "reserved_name", "Names that begin with \"" + std::string(prefix) + "\" belong to the system."});
    for (auto key : {"number", "deleted_fields"}) refuse_old(declaration, key);
    std::int64_t number = first_custom_number;
    for (const Object& object : catalogue_.objects()) number = std::max(number, object.number + 1);
    for (const Json& over : overlay_) number = std::max(number, over.integer_or("number", 0) + 1);
    declaration.set("number", number);
    declaration.set("custom", true);
    std::string name_field = declaration.string_or("name_field", "name");
    bool has_name = false;
    for (const Json& field : items_of(declaration["fields"])) {
        refuse_system_name(field);
        refuse_old(field, "former");
        has_name = has_name || field.string_or("name", "") == name_field;
    }
    if (!has_name) {
        Json::Array fields = items_of(declaration["fields"]);
        fields.insert(fields.begin(), Json::Members{{"name", "name"}, {"type", "text"}, {"label", "Name"}, {"required", true}, {"searchable", true}});
        declaration.set("fields", std::move(fields));
    }
    if (!declaration.has("list_views")) {
        Json::Array columns{name_field, "updated_at"};
        if (declaration.boolean_or("owned", true)) columns.insert(columns.begin() + 1, "owner.name");
        declaration.set("list_views", Json::Array{Json::Members{{"name", "all"}, {"label", "All " + text::lower(declaration.string_or("plural_label", name))},
                                                                {"kind", "table"}, {"columns", std::move(columns)}, {"sort", name_field}}});
    }
    overlay_.push_back(std::move(declaration));
}

void Draft::set_object(const Object& object, const Json& settings) {
    only(settings, object_settings);
    Json& over = entry(object);
    for (const auto& [key, value] : settings.members()) over.set(key, value);
}

void Draft::add_field(const Object& object, Json declaration) {
    std::string name = declaration.string_or("name", "");
    if (name.empty()) throw invalid_field({"name", "required", "A field needs a name, such as \"length\"."});
    refuse_system_name(declaration);
    const Field* taken = object.find_field(name) ? object.find_field(name) : object.find_relation(name);
    if (taken) throw Failure(FailureKind::Conflict, "duplicate_name", why_taken(*taken), {{"name", "duplicate_name", why_taken(*taken)}});
    refuse_old(declaration, "former");
    declaration.set("custom", true);
    put(entry(object).member("fields"), name, declaration);
}

void Draft::set_field(const Object& object, const Field& field, const Json& settings) {
    only(settings, field_settings);
    if (field.system && settings.has("required")) throw invalid_field({"required", "system_field", "A system field stays as it is; only its label can be changed."});
    if (settings.has("type") && settings["type"].string() != field.type->name())
        throw invalid_field({"type", "type_change", "A type is changed by itself, after a look at what becomes of the values: POST to the field's change_type."});
    std::string name = declared_name(field);
    Json& list = entry(object).member("fields");
    Json over = Json::Members{{"name", name}};
    if (list.is_array())
        for (const Json& item : list.array())
            if (item["name"].string() == name) over = item;
    for (const auto& [key, value] : settings.members()) over.set(key, value);
    put(list, name, over);
}

void Draft::add_relation(const Object& from, const Json& relation) {
    std::string name = relation.string_or("name", "");
    const Object& to = catalogue_.object(relation.string_or("to", ""));
    if (!text::is_identifier(name)) throw invalid_field({"name", "invalid_name", "A relation needs a name, such as \"harbours\"."});
    std::string junction = relation.string_or("junction", from.name + "_" + name);
    std::string far = to.name == from.name ? "related_" + to.name : to.name;
    auto side = [](const std::string& field, const Object& object, const std::string& children) {
        return Json(Json::Members{{"name", field}, {"type", "master_detail"}, {"to", object.name}, {"label", object.label}, {"children", children}});
    };
    std::string back = relation.string_or("back", text::slug(from.plural_label) + "_by_" + name);
    add_object(Json::Members{
        {"name", junction},
        {"label", from.label + " " + to.label},
        {"plural_label", relation.string_or("label", label_from_name(name))},
        {"hidden", true},
        {"owned", false},
        {"sharing", "controlled_by_parent"},
        {"fields", Json::Array{Json::Members{{"name", "name"}, {"type", "auto_number"}, {"format", "{000000}"}, {"label", "Number"}}, side(from.name, from, name), side(far, to, back)}},
        {"indexes", Json::Array{Json::Members{{"fields", Json::Array{from.name + "_id", far + "_id"}}, {"unique", true}}}}});
}

void Draft::put_list_view(const Object& object, std::string_view name, Json view) {
    const bool unlocks = view["locked"] == Json(false);
    if (!unlocks && is_locked(object, name)) throw locked();
    put_named(object, "list_views", name, std::move(view));
}

void Draft::remove_list_view(const Object& object, std::string_view name) {
    if (is_locked(object, name)) throw locked();
    remove_named(object, "list_views", name);
    Json& over = entry(object);
    if (!over["role_views"].is_object()) return;
    Json::Members rest = over["role_views"].members();
    std::erase_if(rest, [&](const auto& member) { return member.second == Json(name); });
    over.set("role_views", std::move(rest));
}

void Draft::put_named(const Object& object, std::string_view section, std::string_view name, Json value) {
    if (!text::is_identifier(name)) throw invalid_field({"name", "invalid_name", "\"" + std::string(name) + "\" cannot be a name here: use lower-case letters, digits and underscores."});
    value.set("name", name);
    put(entry(object).member(section), name, value);
}

void Draft::remove_named(const Object& object, std::string_view section, std::string_view name) {
    Json& list = entry(object).member(section);
    // What an administrator made is gone; what is ours is marked, and laid over ours.
    if (list.is_array()) std::erase_if(list.items(), [&](const Json& item) { return item["name"].string() == name; });
    if (!object.custom) put(list, name, Json::Members{{"name", name}, {"deleted", true}});
}

void Draft::put_layout(const Object& object, std::string_view name, Json layout) {
    Json& layouts = entry(object).member("layouts");
    // Of ours it is noted that they are gone; what is laid over nothing is gone itself.
    if (layout.is_null() && object.custom && layouts.is_object()) layouts.erase(name);
    else layouts.set(std::string(name), std::move(layout));
}

}  // namespace rapport::metadata

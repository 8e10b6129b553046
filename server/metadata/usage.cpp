#include "metadata/usage.h"

#include <algorithm>

namespace rapport::metadata {
namespace {

bool is_name_character(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Whether the text has the name as a word of its own.
bool names(std::string_view text, std::string_view name) {
    if (name.empty()) return false;
    for (auto place = text.find(name); place != std::string_view::npos; place = text.find(name, place + 1)) {
        bool begins = place == 0 || !is_name_character(text[place - 1]);
        auto after = place + name.size();
        if (begins && (after == text.size() || !is_name_character(text[after]))) return true;
    }
    return false;
}

/// Whether any string inside the JSON, or key of it, has the name as a word.
bool names(const Json& json, std::string_view name) {
    if (json.is_string()) return names(std::string_view(json.string()), name);
    if (json.is_array())
        for (const Json& item : json.array())
            if (names(item, name)) return true;
    if (json.is_object())
        for (const auto& [key, value] : json.members())
            if (names(value, name)) return true;
    return false;
}

/// The name by which expressions know the field: account_id, or account in a path.
bool names_field(std::string_view where, const Field& field) { return names(where, std::string_view(field.name)) || names(where, std::string_view(field.relation)); }

}  // namespace

bool names_field(const Json& where, const Field& field) { return names(where, std::string_view(field.name)) || names(where, std::string_view(field.relation)); }

std::vector<Use> uses_of(const Catalogue& catalogue, const Object& object) {
    std::vector<Use> out;
    for (const Object& other : catalogue.objects()) {
        for (const Field& field : other.fields) {
            bool refers = &other != &object && std::find(field.targets.begin(), field.targets.end(), object.name) != field.targets.end();
            if (refers) out.push_back({"relation", other.name, field.name});
            if (field.roll_up && field.roll_up->child == object.name) out.push_back({"roll_up", other.name, field.name});
        }
    }
    return out;
}

std::vector<Use> uses_of(const Catalogue& catalogue, const Object& object, const Field& field) {
    std::vector<Use> out;
    if (object.layouts.is_object())
        for (const auto& [name, layout] : object.layouts.members())
            if (names_field(layout, field)) out.push_back({"layout", object.name, name});
    if (object.list_views.is_array())
        for (const Json& view : object.list_views.array())
            if (names_field(view, field)) out.push_back({"list_view", object.name, view["name"].string()});
    for (const auto& rule : object.validation_rules)
        if (rule.field == field.name || names_field(std::string_view(rule.formula), field)) out.push_back({"validation_rule", object.name, rule.name});
    for (const Comparison& comparison : object.duplicate_rules.compare)
        if (std::any_of(comparison.fields.begin(), comparison.fields.end(), [&](const std::string& name) { return name == field.name || object.field(name).component_of == field.name; }))
            out.push_back({"duplicate_rule", object.name, comparison.label});
    for (const Index& index : object.indexes)
        for (const auto& name : index.fields)
            if (names(std::string_view(name), field.name)) out.push_back({"index", object.name, name});
    for (const Object& other : catalogue.objects()) {
        for (const Field& user : other.fields) {
            if (&other == &object && !user.formula.empty() && names_field(std::string_view(user.formula), field)) out.push_back({"formula", other.name, user.name});
            bool summed = user.roll_up && user.roll_up->child == object.name &&
                          (user.roll_up->field == field.name || user.roll_up->relation == field.name || names_field(user.roll_up->filter, field));
            if (summed) out.push_back({"roll_up", other.name, user.name});
        }
    }
    return out;
}

}  // namespace rapport::metadata

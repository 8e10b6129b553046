#include "metadata/overlay.h"

#include <algorithm>
#include <array>

namespace rapport::metadata {
namespace {

/// Members that are arrays of things with a name, laid over thing by thing.
constexpr std::array named_lists{"fields", "list_views", "validation_rules"};

Json merge_members(Json base, const Json& over) {
    for (const auto& [key, value] : over.members()) base.set(key, value);
    return base;
}

Json merge_named(const Json& base, const Json& over) {
    Json::Array out = base.is_array() ? base.array() : Json::Array{};
    for (const Json& entry : over.array()) {
        std::string name = entry["name"].string();
        auto place = std::find_if(out.begin(), out.end(), [&](const Json& item) { return item.string_or("name", "") == name; });
        if (entry.boolean_or("deleted", false)) {
            if (place != out.end()) out.erase(place);
        } else if (place != out.end()) {
            *place = merge_members(*place, entry);
        } else {
            out.push_back(entry);
        }
    }
    return out;
}

Json merge_layouts(const Json& base, const Json& over) {
    Json out = base.is_object() ? base : Json(Json::Members{});
    for (const auto& [name, layout] : over.members()) {
        if (layout.is_null()) out.erase(name);
        else out.set(name, layout);
    }
    return out;
}

}  // namespace

Json merge_declaration(const Json& declaration, const Json& over) {
    Json out = declaration;
    for (const auto& [key, value] : over.members()) {
        bool named = std::find(named_lists.begin(), named_lists.end(), key) != named_lists.end();
        if (named) out.set(key, merge_named(declaration[key], value));
        else if (key == "layouts") out.set(key, merge_layouts(declaration[key], value));
        else out.set(key, value);
    }
    return out;
}

std::vector<Json> merge(std::vector<Json> declarations, const Overlay& overlay) {
    for (const Json& over : overlay) {
        if (over.boolean_or("deleted", false)) continue;
        std::string name = over["name"].string();
        auto place = std::find_if(declarations.begin(), declarations.end(), [&](const Json& item) { return item["name"].string() == name; });
        if (place != declarations.end()) *place = merge_declaration(*place, over);
        else declarations.push_back(over);
    }
    return declarations;
}

}  // namespace rapport::metadata

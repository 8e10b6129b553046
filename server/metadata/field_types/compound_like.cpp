#include "metadata/field_types/compound_like.h"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::metadata::types {
namespace {

std::vector<std::string> names_of(const std::vector<Component>& components) {
    std::vector<std::string> out;
    for (const Component& component : components) out.push_back(component.name);
    return out;
}

}  // namespace

Result<Value> CompoundLike::read(const Json& value, const Field& field) const {
    auto names = names_of(components());
    if (!value.is_object()) return wrong_type(field, value, fmt::format("an object of {}", fmt::join(names, ", ")));
    for (const auto& [name, member] : value.members())
        if (std::find(names.begin(), names.end(), name) == names.end())
            return refuse(field, "unknown_field",
                          fmt::format("{} has no {}: it has {}.", title(field), quoted(name), fmt::join(names, ", ")));
    return Value();
}

Result<Value> CompoundLike::parse(std::string_view, const Field& field) const {
    return refuse(field, "wrong_type",
                  fmt::format("{} takes its parts one by one: {}.", title(field), fmt::join(names_of(components()), ", ")));
}

void CompoundLike::write(JsonWriter& out, const Cell&, const Field&) const { out.null(); }

}  // namespace rapport::metadata::types

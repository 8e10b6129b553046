#include "metadata/field_types/computed_like.h"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::metadata::types {

Result<void> ComputedLike::configure_result(Field& field, const Json& declaration, std::span<const std::string_view> allowed) {
    Settings settings(field, declaration);
    std::string name = settings.text("result");
    if (std::find(allowed.begin(), allowed.end(), name) == allowed.end())
        settings.refuse("result", fmt::format("must be one of {}", fmt::join(allowed, ", ")));
    if (auto result = settings.result(); !result) return result;
    field.read_only = true;
    field.result = find_field_type(name);
    return field.result->configure(field, declaration);
}

Result<Value> ComputedLike::read(const Json&, const Field& field) const {
    return refuse(field, "read_only", fmt::format("{} is computed: leave it out.", title(field)));
}

Result<Value> ComputedLike::parse(std::string_view, const Field& field) const { return read({}, field); }

void ComputedLike::write(JsonWriter& out, const Cell& stored, const Field& field) const { field.value_type().write(out, stored, field); }

std::string ComputedLike::text(const Cell& stored, const Field& field) const { return field.value_type().text(stored, field); }

std::string ComputedLike::search_text(const Cell& stored, const Field& field) const {
    return field.value_type().search_text(stored, field);
}

}  // namespace rapport::metadata::types

#include "metadata/field_types/problems.h"

#include <fmt/format.h>

namespace rapport::metadata::types {
namespace {

std::string_view kind_of(const Json& value) {
    if (value.is_string()) return "a string";
    if (value.is_number()) return "a number";
    if (value.is_bool()) return "true or false";
    if (value.is_array()) return "an array";
    if (value.is_object()) return "an object";
    return "null";
}

}  // namespace

std::string title(const Field& field) { return quoted(field.label.empty() ? field.name : field.label); }

tl::unexpected<Problem> refuse(const Field& field, std::string_view code, std::string_view message) {
    return problem(code, message, field.name);
}

tl::unexpected<Problem> refuse(const Field& field, Problem found) {
    found.field = field.name;
    return tl::unexpected<Problem>(std::move(found));
}

tl::unexpected<Problem> wrong_type(const Field& field, const Json& value, std::string_view expected) {
    return refuse(field, "wrong_type", fmt::format("{} takes {}, not {}.", title(field), expected, kind_of(value)));
}

}  // namespace rapport::metadata::types

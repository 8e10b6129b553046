#include "metadata/field_types/problems.h"

#include <fmt/format.h>

#include "base/text.h"

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

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (!text::is_valid_utf8(text)) return "What was sent (it is not UTF-8)";
    if (text.size() <= longest) return fmt::format("\"{}\"", text);
    std::size_t end = longest;
    // A cut inside a character would make the whole answer invalid UTF-8.
    while (end > 0 && (text[end] & 0xc0) == 0x80) --end;
    return fmt::format("\"{}…\"", text.substr(0, end));
}

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

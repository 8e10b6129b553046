#include "metadata/field_types/text_like.h"

#include <fmt/format.h>

#include "base/text.h"

namespace rapport::metadata::types {

Result<void> TextLike::configure(Field& field, const Json& declaration) const {
    Settings settings(field, declaration);
    auto length = settings.integer("length", static_cast<std::int64_t>(traits_.length), 1, longest_text);
    field.length = static_cast<std::size_t>(length);
    return settings.result();
}

Result<void> TextLike::check(std::string_view text, const Field& field) const {
    if (text.find('\0') != std::string_view::npos)
        return refuse(field, "invalid_text", fmt::format("{} has a NUL character, which cannot be kept: remove it.", title(field)));
    if (!text::is_valid_utf8(text))
        return refuse(field, "invalid_text", fmt::format("{} is not valid UTF-8: send it in that encoding.", title(field)));
    // Bytes are never fewer than characters, so most texts need no counting.
    if (text.size() > field.length && text::length(text) > field.length)
        return refuse(field, "too_long",
                      fmt::format("{} holds at most {} characters; this has {}.", title(field), field.length, text::length(text)));
    return {};
}

Result<Value> TextLike::read(const Json& value, const Field& field) const {
    if (!value.is_string()) return wrong_type(field, value, "a string");
    const std::string& text = value.string();
    if (text.empty()) return traits_.empty == Empty::IsText ? Value(text) : Value();
    return check(text, field).and_then([&] { return accept(text, field); });
}

Result<Value> TextLike::parse(std::string_view text, const Field& field) const {
    return check(text, field).and_then([&] { return accept_loosely(text, field); });
}

Result<Value> TextLike::accept(std::string_view text, const Field&) const { return Value(text); }

void TextLike::write(JsonWriter& out, const Cell& stored, const Field&) const {
    if (stored.is_null()) out.null();
    else out.string(stored.text());
}

}  // namespace rapport::metadata::types

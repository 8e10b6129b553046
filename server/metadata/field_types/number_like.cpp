#include "metadata/field_types/number_like.h"

#include <fmt/format.h>

#include "base/decimal.h"
#include "metadata/field_types/written_number.h"

namespace rapport::metadata::types {

Result<void> NumberLike::configure(Field& field, const Json& declaration) const {
    Settings settings(field, declaration);
    field.scale = scale_.usual;
    if (scale_.most > 0) field.scale = static_cast<int>(settings.integer("scale", scale_.usual, 0, scale_.most));
    field.minimum = settings.number("minimum", field.scale);
    field.maximum = settings.number("maximum", field.scale);
    if (field.minimum && field.maximum && *field.minimum > *field.maximum)
        settings.refuse("minimum", "must not be greater than \"maximum\"");
    return settings.result();
}

Result<Value> NumberLike::read(const Json& value, const Field& field) const {
    if (value.is_number()) return accept(value.digits(), value.digits(), field);
    if (!value.is_string()) return wrong_type(field, value, "a number");
    if (value.string().empty()) return Value();
    return accept(value.string(), value.string(), field);
}

Result<Value> NumberLike::parse(std::string_view text, const Field& field) const {
    auto digits = plain_number(text, field.scale);
    if (!digits) return refuse(field, digits.error());
    return accept(*digits, text, field);
}

Result<Value> NumberLike::accept(std::string_view digits, std::string_view written, const Field& field) const {
    auto units = decimal::parse(digits, field.scale);
    if (units) return within_limits(*units, field);
    const std::string& code = units.error().code;
    if (code == "out_of_range") return refuse(field, code, fmt::format("{} is beyond the range of {}.", quoted(written), title(field)));
    if (code == "too_precise" && field.scale == 0)
        return refuse(field, code, fmt::format("{} takes whole numbers only: {} is none.", title(field), quoted(written)));
    if (code == "too_precise")
        return refuse(field, code,
                      fmt::format("{} holds {} digits after the point: {} has more.", title(field), field.scale, quoted(written)));
    return refuse(field, code, fmt::format("{} is not a number: write it as 1234.5.", quoted(written)));
}

Result<Value> NumberLike::within_limits(std::int64_t units, const Field& field) const {
    if (field.minimum && units < *field.minimum)
        return refuse(field, "out_of_range",
                      fmt::format("{} must be {} or more.", title(field), decimal::format(*field.minimum, field.scale)));
    if (field.maximum && units > *field.maximum)
        return refuse(field, "out_of_range",
                      fmt::format("{} must be {} or less.", title(field), decimal::format(*field.maximum, field.scale)));
    return Value(units);
}

void NumberLike::write(JsonWriter& out, const Cell& stored, const Field& field) const {
    if (stored.is_null()) out.null();
    else decimal::append(out.begin_value(), stored.integer(), field.scale);
}

std::string NumberLike::text(const Cell& stored, const Field& field) const {
    return stored.is_null() ? std::string() : decimal::format(stored.integer(), field.scale);
}

}  // namespace rapport::metadata::types

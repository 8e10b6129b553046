#pragma once

#include <string>
#include <string_view>

#include "base/failure.h"
#include "metadata/field_type.h"
#include "metadata/object.h"

/// Short words for the tests of the field types.
namespace rapport::metadata::types {

/// The field as the catalogue makes it of {"name": "x", <settings>}, or what is wrong with its settings.
inline Result<Field> try_field(const FieldType& type, const std::string& settings = "{}") {
    Field field;
    field.name = "x";
    field.type = &type;
    field.declaration = Json::parse(settings);
    return type.configure(field, Json::parse(settings)).map([&] { return field; });
}

inline Field field_of(const FieldType& type, const std::string& settings = "{}") { return value_or_throw(try_field(type, settings)); }

/// The code of the problem with a field's settings; "accepted" when there is none.
inline std::string setting_problem(const FieldType& type, const std::string& settings) {
    auto field = try_field(type, settings);
    return field ? "accepted" : field.error().code;
}

/// A stored value as the API shows it.
inline std::string written(const Field& field, const Value& stored) {
    std::string out;
    JsonWriter writer(out);
    field.type->write(writer, Cell(stored), field);
    return out;
}

/// What API input comes back as; the problem's code when it is refused.
inline std::string read_back(const Field& field, const Json& input) {
    auto stored = field.type->read(input, field);
    return stored ? written(field, *stored) : stored.error().code;
}

/// What an import cell comes back as; the problem's code when it is refused.
inline std::string parsed(const Field& field, std::string_view cell) {
    auto stored = field.type->parse(cell, field);
    return stored ? written(field, *stored) : stored.error().code;
}

}  // namespace rapport::metadata::types

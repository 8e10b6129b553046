#pragma once

#include <span>

#include "metadata/field_types/basic_type.h"

namespace rapport::metadata::types {

/// Types whose values the system computes. They look like values of another type, Field::result: ask Field::value_type()
/// for their shape. The column, where there is one, holds a count, an amount, a day or a moment: integers all.
class ComputedLike : public BasicType {
public:
    /// Refuses: nobody writes what is computed.
    Result<Value> read(const Json& value, const Field& field) const override;
    Result<Value> parse(std::string_view text, const Field& field) const override;
    void write(JsonWriter& out, const Cell& stored, const Field& field) const override;
    std::string text(const Cell& stored, const Field& field) const override;
    std::string search_text(const Cell& stored, const Field& field) const override;

protected:
    explicit ComputedLike(std::string_view name) : BasicType(name, Shape::Opaque, storage::ColumnType::Integer) {}

    /// "result": one of `allowed`, whose own settings ("scale") are read from the same declaration.
    static Result<void> configure_result(Field& field, const Json& declaration, std::span<const std::string_view> allowed);
};

}  // namespace rapport::metadata::types

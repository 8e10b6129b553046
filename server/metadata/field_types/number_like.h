#pragma once

#include "metadata/field_types/basic_type.h"

namespace rapport::metadata::types {

/// Types kept as an integer in units of 10^-scale.
class NumberLike : public BasicType {
public:
    /// "scale" where the type has one, "minimum" and "maximum".
    Result<void> configure(Field& field, const Json& declaration) const override;
    /// A JSON number, or a string that is a plain number.
    Result<Value> read(const Json& value, const Field& field) const override;
    Result<Value> parse(std::string_view text, const Field& field) const override;
    void write(JsonWriter& out, const Cell& stored, const Field& field) const override;
    std::string text(const Cell& stored, const Field& field) const override;

protected:
    struct Scale {
        int usual = 0;  // when the declaration does not say
        int most = 0;
    };

    NumberLike(std::string_view name, Scale scale) : BasicType(name, Shape::Number, storage::ColumnType::Integer), scale_(scale) {}

    /// The units, when they are between the field's minimum and maximum.
    Result<Value> within_limits(std::int64_t units, const Field& field) const;

private:
    /// `digits` is a plain number, `written` what the person wrote.
    Result<Value> accept(std::string_view digits, std::string_view written, const Field& field) const;

    Scale scale_;
};

}  // namespace rapport::metadata::types

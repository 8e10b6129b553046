#pragma once

#include "metadata/field_types/basic_type.h"

namespace rapport::metadata::types {

/// Types that are several columns, each with a type of its own. What they hold is read and written by these.
class CompoundLike : public BasicType {
public:
    Result<Value> read(const Json& value, const Field& field) const override;
    Result<Value> parse(std::string_view text, const Field& field) const override;
    void write(JsonWriter& out, const Cell& stored, const Field& field) const override;

protected:
    explicit CompoundLike(std::string_view name) : BasicType(name, Shape::Compound, storage::ColumnType::Text) {}
};

}  // namespace rapport::metadata::types

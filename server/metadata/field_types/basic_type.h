#pragma once

#include "metadata/field_type.h"
#include "metadata/field_types/problems.h"
#include "metadata/field_types/settings.h"
#include "metadata/field_types/types.h"
#include "metadata/object.h"

namespace rapport::metadata::types {

/// The three facts that each type states about itself.
class BasicType : public FieldType {
public:
    std::string_view name() const final { return name_; }
    Shape shape() const final { return shape_; }
    storage::ColumnType column() const final { return column_; }

protected:
    BasicType(std::string_view name, Shape shape, storage::ColumnType column) : name_(name), shape_(shape), column_(column) {}

private:
    std::string_view name_;
    Shape shape_;
    storage::ColumnType column_;
};

}  // namespace rapport::metadata::types

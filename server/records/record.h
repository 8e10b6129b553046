#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/record_id.h"
#include "base/value.h"
#include "metadata/object.h"

namespace rapport::records {

/// The stored values of one record, by Field::index.
class Record {
public:
    explicit Record(const metadata::Object& object) : object_(&object), values_(object.fields.size()) {}

    const metadata::Object& object() const { return *object_; }
    const Value& operator[](const metadata::Field& field) const { return values_[static_cast<std::size_t>(field.index)]; }
    Value& operator[](const metadata::Field& field) { return values_[static_cast<std::size_t>(field.index)]; }
    /// By name; the object has that field.
    const Value& operator[](std::string_view name) const { return (*this)[object_->field(name)]; }
    Value& operator[](std::string_view name) { return (*this)[object_->field(name)]; }

    RecordId id() const { return RecordId(values_[0].integer_or(0)); }  // `id` is the first field of every object

private:
    const metadata::Object* object_;
    std::vector<Value> values_;
};

}  // namespace rapport::records

#pragma once

#include "metadata/field_types/basic_type.h"

namespace rapport::metadata::types {

/// Types kept as the 64-bit id of a record. Whether that record is of a right object, there and to be seen is
/// checked where the record is saved: a type does not know the catalogue.
class ReferenceLike : public BasicType {
public:
    Result<Value> read(const Json& value, const Field& field) const override;
    Result<Value> parse(std::string_view text, const Field& field) const override;
    void write(JsonWriter& out, const Cell& stored, const Field& field) const override;
    std::string text(const Cell& stored, const Field& field) const override;
    /// Nobody searches by an id; the name of the other record is found there.
    std::string search_text(const Cell&, const Field&) const override { return {}; }

protected:
    explicit ReferenceLike(std::string_view name) : BasicType(name, Shape::Reference, storage::ColumnType::Integer) {}
};

/// A reference that an administrator can add. Declared as "account", its path is `account` and its column `account_id`.
class Relation : public ReferenceLike {
public:
    /// "to": the objects referred to; "children": what they call the records that refer to them;
    /// "on_delete": "keep", "cascade" or "restrict".
    Result<void> configure(Field& field, const Json& declaration) const override;

protected:
    enum class Targets { One, Any };

    Relation(std::string_view name, Targets targets, OnDelete on_delete) : ReferenceLike(name), targets_(targets), on_delete_(on_delete) {}

private:
    Targets targets_;
    OnDelete on_delete_;
};

/// Sets the two names of a reference from the one it was declared by, "account" or "account_id".
void name_relation(Field& field);

}  // namespace rapport::metadata::types

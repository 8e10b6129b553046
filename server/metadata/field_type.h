#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/json_writer.h"
#include "base/result.h"
#include "base/value.h"
#include "storage/dialect.h"

namespace rapport::metadata {

struct Field;

/// How values of a type compare and compute, whatever they look like to people.
enum class Shape {
    Text,       // compares by the rules of people
    Code,       // text that compares byte for byte: picklist values, phone numbers, e-mail addresses
    Set,        // several codes, stored ";a;b;"
    Boolean,    // 0 or 1
    Number,     // integer in units of 10^-scale
    Real,       // binary floating point: coordinates only
    Date,       // days
    DateTime,   // microseconds
    Time,       // microseconds since midnight
    Reference,  // a record id
    Opaque,     // cannot be compared: encrypted, multi-value
    Compound,   // has no column of its own: address, geolocation
};

/// What a field of this type takes, keeps and shows. One object a type, without state; one file pair a type in
/// metadata/field_types/. Doors and screens know types only by their name.
class FieldType {
public:
    virtual ~FieldType() = default;

    virtual std::string_view name() const = 0;  // "text", "master_detail"
    virtual Shape shape() const = 0;
    virtual storage::ColumnType column() const = 0;

    /// Checks and completes a field's own settings when the catalogue is built: lengths, scales, options, targets.
    /// `declaration` is the field's JSON. Problem: what is wrong with the declaration.
    virtual Result<void> configure(Field& field, const Json& declaration) const;

    /// API input as it is stored. `value` is never null. Problems: "wrong_type", "too_long", "invalid_option", …
    virtual Result<Value> read(const Json& value, const Field& field) const = 0;

    /// Text that a person or another program wrote (an import cell) as it is stored; more forgiving than read().
    /// `text` is trimmed and not empty.
    virtual Result<Value> parse(std::string_view text, const Field& field) const;

    /// A stored value as the API shows it. Null is written as null.
    virtual void write(JsonWriter& out, const Cell& stored, const Field& field) const = 0;

    /// A stored value as text for exports and for search; empty for null.
    virtual std::string text(const Cell& stored, const Field& field) const;
};

/// The type of that name, or null.
const FieldType* find_field_type(std::string_view name);
/// All of them, in the order in which an administrator chooses.
const std::vector<const FieldType*>& field_types();

}  // namespace rapport::metadata

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
class FieldType;

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

/// One column of a compound type: "city" of "billing_address".
struct Component {
    std::string name;   // "city"
    std::string label;  // "City"
    const FieldType* type = nullptr;
    Json declaration;   // settings for the type's configure(): {"length": 80}
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
    /// `declaration` is the field's JSON. Problem: what is wrong with the declaration; its `field` is this field's name.
    virtual Result<void> configure(Field& field, const Json& declaration) const;

    /// The columns that a Compound type is made of, in the order in which people fill them; empty for all others.
    virtual std::vector<Component> components() const { return {}; }

    /// API input as it is stored. `value` is never null; the answer is null where the input says "nothing" (an empty
    /// string for a date, an empty array). Problems: "wrong_type", "too_long", "invalid_option", …
    /// A Compound type only checks that this is an object of its components, and answers null: each component's
    /// value is read by the component's own type.
    virtual Result<Value> read(const Json& value, const Field& field) const = 0;

    /// Text that a person or another program wrote (an import cell) as it is stored; more forgiving than read().
    /// `text` is trimmed and not empty.
    virtual Result<Value> parse(std::string_view text, const Field& field) const;

    /// A stored value as the API shows it. Null is written as null.
    virtual void write(JsonWriter& out, const Cell& stored, const Field& field) const = 0;

    /// A stored value as text for exports; empty for null. parse() reads it back.
    virtual std::string text(const Cell& stored, const Field& field) const;

    /// A stored value as people read it, by the labels of its options; empty for null.
    virtual std::string readable(const Cell& stored, const Field& field) const { return text(stored, field); }

    /// The words by which a stored value is found; empty when it must not be found by its content.
    virtual std::string search_text(const Cell& stored, const Field& field) const { return text(stored, field); }
};

/// The type of that name, or null. Knows the internal ones too: "id", "latitude", "longitude".
const FieldType* find_field_type(std::string_view name);
/// Those an administrator may choose, in the order in which they are offered.
const std::vector<const FieldType*>& field_types();

}  // namespace rapport::metadata

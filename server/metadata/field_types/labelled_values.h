#pragma once

#include "metadata/field_types/basic_type.h"

namespace rapport::metadata::types {

/// Types that keep several values, each with a label. The first is the primary one. Stored as the API shows it:
/// [{"label": "work", "value": "ada@example.com"}].
class LabelledValues : public BasicType {
public:
    /// An array of {"label", "value"} or of plain values.
    Result<Value> read(const Json& value, const Field& field) const override;
    /// "ada@example.com; home: ada@example.org".
    Result<Value> parse(std::string_view text, const Field& field) const override;
    void write(JsonWriter& out, const Cell& stored, const Field& field) const override;
    std::string text(const Cell& stored, const Field& field) const override;
    std::string search_text(const Cell& stored, const Field& field) const override;

protected:
    explicit LabelledValues(std::string_view name) : BasicType(name, Shape::Opaque, storage::ColumnType::Text) {}

    virtual Result<std::string> read_value(std::string_view text, const Field& field) const = 0;
    virtual Result<std::string> parse_value(std::string_view text, const Field& field) const { return read_value(text, field); }
    virtual std::string words(std::string_view value) const { return std::string(value); }
};

}  // namespace rapport::metadata::types

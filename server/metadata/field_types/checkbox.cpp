#include "base/text.h"
#include "metadata/field_types/basic_type.h"

namespace rapport::metadata::types {
namespace {

class Checkbox final : public BasicType {
public:
    Checkbox() : BasicType("checkbox", Shape::Boolean, storage::ColumnType::Integer) {}

    Result<Value> read(const Json& value, const Field& field) const override {
        if (!value.is_bool()) return wrong_type(field, value, "true or false");
        return Value(value.boolean() ? 1 : 0);
    }

    Result<Value> parse(std::string_view text, const Field& field) const override {
        std::string word = text::fold(text);
        for (std::string_view yes : {"yes", "y", "true", "t", "1", "x", "on", "✓", "✔"})
            if (word == yes) return Value(1);
        for (std::string_view no : {"no", "n", "false", "f", "0", "off", "-"})
            if (word == no) return Value(0);
        return refuse(field, "invalid_checkbox", quoted(text) + " is neither yes nor no: write \"yes\" or \"no\".");
    }

    void write(JsonWriter& out, const Cell& stored, const Field&) const override {
        if (stored.is_null()) out.null();
        else out.boolean(stored.integer() != 0);
    }

    std::string text(const Cell& stored, const Field&) const override {
        return stored.is_null() ? "" : stored.integer() != 0 ? "true" : "false";
    }

    std::string search_text(const Cell&, const Field&) const override { return {}; }
};

}  // namespace

const FieldType& checkbox_type() {
    static const Checkbox type;
    return type;
}

}  // namespace rapport::metadata::types

#include "metadata/field_types/options.h"
#include "metadata/field_types/text_like.h"

namespace rapport::metadata::types {
namespace {

/// One of the field's options.
class Picklist final : public TextLike {
public:
    Picklist() : TextLike("picklist", {}) {}

    Result<void> configure(Field& field, const Json& declaration) const override {
        return TextLike::configure(field, declaration).and_then([&] { return configure_options(field, declaration); });
    }

    std::string readable(const Cell& stored, const Field& field) const override {
        if (stored.is_null()) return {};
        for (const PicklistOption& option : field.options)
            if (option.value == stored.text()) return option.label;
        return std::string(stored.text());
    }

    std::string search_text(const Cell& stored, const Field& field) const override { return readable(stored, field); }

protected:
    Result<Value> accept(std::string_view text, const Field& field) const override {
        return accept_option(field, text).map([](std::string_view value) { return Value(value); });
    }

    Result<Value> accept_loosely(std::string_view text, const Field& field) const override {
        const PicklistOption* meant = find_written_option(field, text);
        return accept(meant ? meant->value : text, field);
    }
};

}  // namespace

const FieldType& picklist_type() {
    static const Picklist type;
    return type;
}

}  // namespace rapport::metadata::types

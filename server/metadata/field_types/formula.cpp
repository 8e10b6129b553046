#include "metadata/field_types/computed_like.h"

namespace rapport::metadata::types {
namespace {

constexpr std::string_view results[] = {"text", "checkbox", "integer", "decimal", "currency", "percent", "date", "datetime"};

/// A value computed from others of the record whenever it is read. The expression itself is checked against the catalogue.
class Formula final : public ComputedLike {
public:
    Formula() : ComputedLike("formula") {}

    Result<void> configure(Field& field, const Json& declaration) const override {
        Settings settings(field, declaration);
        field.formula = settings.text("formula");
        if (field.formula.empty()) settings.refuse("formula", "must say how the value is computed, such as \"amount * probability / 100\"");
        return settings.result().and_then([&] { return configure_result(field, declaration, results); });
    }
};

}  // namespace

const FieldType& formula_type() {
    static const Formula type;
    return type;
}

}  // namespace rapport::metadata::types

#include "metadata/field_types/labelled_values.h"
#include "metadata/field_types/phone.h"

namespace rapport::metadata::types {
namespace {

/// Several telephone numbers, each with a label.
class MultiPhone final : public LabelledValues {
public:
    MultiPhone() : LabelledValues("multi_phone") {}

    Result<void> configure(Field& field, const Json& declaration) const override { return configure_phone_region(field, declaration); }

protected:
    Result<std::string> read_value(std::string_view text, const Field& field) const override { return read_phone(text, field); }
    std::string words(std::string_view value) const override { return phone_search_text(value); }
};

}  // namespace

const FieldType& multi_phone_type() {
    static const MultiPhone type;
    return type;
}

}  // namespace rapport::metadata::types

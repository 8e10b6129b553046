#include "metadata/field_types/email.h"
#include "metadata/field_types/labelled_values.h"

namespace rapport::metadata::types {
namespace {

/// Several e-mail addresses, each with a label.
class MultiEmail final : public LabelledValues {
public:
    MultiEmail() : LabelledValues("multi_email") {}

protected:
    Result<std::string> read_value(std::string_view text, const Field& field) const override { return read_email(text, field); }
    Result<std::string> parse_value(std::string_view text, const Field& field) const override { return parse_email(text, field); }
};

}  // namespace

const FieldType& multi_email_type() {
    static const MultiEmail type;
    return type;
}

}  // namespace rapport::metadata::types

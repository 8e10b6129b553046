#include "base/decimal.h"
#include "base/text.h"
#include "metadata/field_types/number_like.h"

namespace rapport::metadata::types {
namespace {

/// 25 means 25 %.
class Percent final : public NumberLike {
public:
    Percent() : NumberLike("percent", {.usual = 2, .most = decimal::max_scale}) {}

    Result<Value> parse(std::string_view text, const Field& field) const override {
        if (text.ends_with('%')) text = text::trim(text.substr(0, text.size() - 1));
        return NumberLike::parse(text, field);
    }
};

}  // namespace

const FieldType& percent_type() {
    static const Percent type;
    return type;
}

}  // namespace rapport::metadata::types

#include "metadata/field_types/number_like.h"

namespace rapport::metadata::types {
namespace {

/// Amounts in the currency of the record.
class Currency final : public NumberLike {
public:
    Currency() : NumberLike("currency", {.usual = 2, .most = 4}) {}
};

}  // namespace

const FieldType& currency_type() {
    static const Currency type;
    return type;
}

}  // namespace rapport::metadata::types

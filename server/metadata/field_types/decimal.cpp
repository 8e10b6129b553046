#include "base/decimal.h"
#include "metadata/field_types/number_like.h"

namespace rapport::metadata::types {
namespace {

/// Exact decimals.
class Decimal final : public NumberLike {
public:
    Decimal() : NumberLike("decimal", {.usual = 2, .most = decimal::max_scale}) {}
};

}  // namespace

const FieldType& decimal_type() {
    static const Decimal type;
    return type;
}

}  // namespace rapport::metadata::types

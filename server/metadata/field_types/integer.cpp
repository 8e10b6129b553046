#include "metadata/field_types/number_like.h"

namespace rapport::metadata::types {
namespace {

/// Whole numbers of 64 bits.
class Integer final : public NumberLike {
public:
    Integer() : NumberLike("integer", {.usual = 0, .most = 0}) {}
};

}  // namespace

const FieldType& integer_type() {
    static const Integer type;
    return type;
}

}  // namespace rapport::metadata::types

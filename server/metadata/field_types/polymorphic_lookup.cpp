#include "metadata/field_types/reference_like.h"

namespace rapport::metadata::types {
namespace {

/// One record of any of several objects; of any object when none is named.
class PolymorphicLookup final : public Relation {
public:
    PolymorphicLookup() : Relation("polymorphic_lookup", Targets::Any, OnDelete::Keep) {}
};

}  // namespace

const FieldType& polymorphic_lookup_type() {
    static const PolymorphicLookup type;
    return type;
}

}  // namespace rapport::metadata::types

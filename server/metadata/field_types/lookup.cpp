#include "metadata/field_types/reference_like.h"

namespace rapport::metadata::types {
namespace {

/// One record of another object; this record lives on without it.
class Lookup final : public Relation {
public:
    Lookup() : Relation("lookup", Targets::One, OnDelete::Keep) {}
};

}  // namespace

const FieldType& lookup_type() {
    static const Lookup type;
    return type;
}

}  // namespace rapport::metadata::types

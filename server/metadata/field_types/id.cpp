#include "metadata/field_types/reference_like.h"

namespace rapport::metadata::types {
namespace {

class Id final : public ReferenceLike {
public:
    Id() : ReferenceLike("id") {}
};

}  // namespace

const FieldType& id_type() {
    static const Id type;
    return type;
}

}  // namespace rapport::metadata::types

#include "metadata/field_types/reference_like.h"

namespace rapport::metadata::types {
namespace {

/// The record that this one is a part of: always there, and taken along to the trash.
class MasterDetail final : public Relation {
public:
    MasterDetail() : Relation("master_detail", Targets::One, OnDelete::Cascade) {}

    Result<void> configure(Field& field, const Json& declaration) const override {
        field.required = true;
        return Relation::configure(field, declaration);
    }
};

}  // namespace

const FieldType& master_detail_type() {
    static const MasterDetail type;
    return type;
}

}  // namespace rapport::metadata::types

#include "metadata/field_types/reference_like.h"

namespace rapport::metadata::types {
namespace {

/// A record of the object `file`, which knows where the bytes are.
class File final : public ReferenceLike {
public:
    File() : ReferenceLike("file") {}

    Result<void> configure(Field& field, const Json&) const override {
        field.targets = {"file"};
        field.on_delete = OnDelete::Keep;
        name_relation(field);
        return {};
    }
};

}  // namespace

const FieldType& file_type() {
    static const File type;
    return type;
}

}  // namespace rapport::metadata::types

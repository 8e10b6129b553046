#include "metadata/field_types/text_like.h"

namespace rapport::metadata::types {
namespace {

/// One line of text.
class Text final : public TextLike {
public:
    Text() : TextLike("text", {.shape = Shape::Text, .column = readable_column, .empty = Empty::IsText}) {}
};

}  // namespace

const FieldType& text_type() {
    static const Text type;
    return type;
}

}  // namespace rapport::metadata::types

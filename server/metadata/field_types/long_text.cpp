#include "metadata/field_types/text_like.h"

namespace rapport::metadata::types {
namespace {

/// Text of many lines.
class LongText final : public TextLike {
public:
    LongText() : TextLike("long_text", {.shape = Shape::Text, .column = readable_column, .length = longest_text, .empty = Empty::IsText}) {}
};

}  // namespace

const FieldType& long_text_type() {
    static const LongText type;
    return type;
}

}  // namespace rapport::metadata::types

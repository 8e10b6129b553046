#include <gtest/gtest.h>

#include "base/record_id.h"
#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

TEST(Id, is_shown_with_18_characters) {
    Field field = field_of(id_type());
    RecordId id = RecordId::of(1, 7);
    EXPECT_EQ(written(field, Value(id.number())), '"' + id.text() + '"');
    EXPECT_EQ(field.name, "x");
}

}  // namespace
}  // namespace rapport::metadata::types

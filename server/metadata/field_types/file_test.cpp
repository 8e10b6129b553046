#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

TEST(File, refers_to_the_object_of_files) {
    Field field = field_of(file_type());
    EXPECT_EQ(field.targets, std::vector<std::string>{"file"});
    EXPECT_EQ(field.name, "x_id");
}

}  // namespace
}  // namespace rapport::metadata::types

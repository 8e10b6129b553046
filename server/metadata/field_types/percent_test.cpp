#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(percent_type());

TEST(Percent, means_hundredths) { EXPECT_EQ(read_back(field, 25), "25"); }

TEST(Percent, takes_its_sign_from_a_cell) {
    EXPECT_EQ(parsed(field, "12 %"), "12");
    EXPECT_EQ(parsed(field, "12,5%"), "12.5");
}

TEST(Percent, refuses_its_sign_in_the_api) { EXPECT_EQ(read_back(field, "12 %"), "invalid_number"); }

TEST(Percent, refuses_a_sign_without_a_number) { EXPECT_EQ(parsed(field, "%"), "invalid_number"); }

}  // namespace
}  // namespace rapport::metadata::types

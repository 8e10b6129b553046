#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(time_type());

TEST(Time, comes_back_with_its_seconds) { EXPECT_EQ(read_back(field, "09:30"), "\"09:30:00\""); }

TEST(Time, refuses_an_hour_that_is_not_there) { EXPECT_EQ(read_back(field, "24:00"), "invalid_time"); }

TEST(Time, refuses_a_number) { EXPECT_EQ(read_back(field, 930), "wrong_type"); }

TEST(Time, takes_halves_of_a_day_from_a_cell) { EXPECT_EQ(parsed(field, "9:30 PM"), "\"21:30:00\""); }

}  // namespace
}  // namespace rapport::metadata::types

#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(duration_type());

TEST(Duration, is_in_seconds) { EXPECT_EQ(read_back(field, 5400), "5400"); }

TEST(Duration, takes_what_people_write_from_a_cell) { EXPECT_EQ(parsed(field, "1:30"), "5400"); }

TEST(Duration, is_not_negative) { EXPECT_EQ(read_back(field, -1), "out_of_range"); }

TEST(Duration, may_be_negative_where_its_setting_says_so) {
    EXPECT_EQ(read_back(field_of(duration_type(), R"({"minimum": -60})"), -1), "-1");
}

TEST(Duration, exports_what_it_can_read) {
    EXPECT_EQ(field.type->text(Cell(std::int64_t{5400}), field), "1:30");
    EXPECT_EQ(field.type->text(Cell(std::int64_t{5415}), field), "1:30:15");
    EXPECT_EQ(parsed(field, "1:30:15"), "5415");
}

TEST(Duration, keeps_within_its_limits_from_a_cell) {
    EXPECT_EQ(parsed(field_of(duration_type(), R"({"maximum": 60})"), "2 min"), "out_of_range");
}

}  // namespace
}  // namespace rapport::metadata::types

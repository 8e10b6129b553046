#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(integer_type());

TEST(Integer, comes_back_as_it_was_sent) { EXPECT_EQ(read_back(field, -12), "-12"); }

TEST(Integer, takes_a_number_in_a_string) { EXPECT_EQ(read_back(field, "12"), "12"); }

TEST(Integer, takes_whole_numbers_in_other_spellings) {
    EXPECT_EQ(read_back(field, Json::parse("12.0")), "12");
    EXPECT_EQ(read_back(field, Json::parse("1e3")), "1000");
}

TEST(Integer, reaches_to_the_ends_of_64_bits) {
    EXPECT_EQ(read_back(field, Json::parse("9223372036854775807")), "9223372036854775807");
    EXPECT_EQ(read_back(field, Json::parse("-9223372036854775808")), "-9223372036854775808");
    EXPECT_EQ(read_back(field, Json::parse("9223372036854775808")), "out_of_range");
    EXPECT_EQ(read_back(field, "1e400"), "out_of_range");
}

TEST(Integer, refuses_a_fraction) { EXPECT_EQ(read_back(field, Json::parse("12.5")), "too_precise"); }

TEST(Integer, refuses_other_kinds_of_json) {
    EXPECT_EQ(read_back(field, true), "wrong_type");
    EXPECT_EQ(read_back(field, Json::parse("[1]")), "wrong_type");
    EXPECT_EQ(read_back(field, "twelve"), "invalid_number");
}

TEST(Integer, takes_an_empty_string_as_nothing) { EXPECT_EQ(read_back(field, ""), "null"); }

TEST(Integer, keeps_within_its_limits) {
    Field limited = field_of(integer_type(), R"({"minimum": 0, "maximum": 10})");
    EXPECT_EQ(read_back(limited, 0), "0");
    EXPECT_EQ(read_back(limited, 10), "10");
    EXPECT_EQ(read_back(limited, -1), "out_of_range");
    EXPECT_EQ(limited.type->read(11, limited).error().message, "\"x\" must be 10 or less.");
}

TEST(Integer, takes_limits_in_digits_too) {
    Field limited = field_of(integer_type(), R"({"minimum": "0", "maximum": "9999"})");
    EXPECT_EQ(read_back(limited, -1), "out_of_range");
    EXPECT_EQ(setting_problem(integer_type(), R"({"minimum": "low"})"), "invalid_setting");
    EXPECT_EQ(setting_problem(integer_type(), R"({"minimum": true})"), "invalid_setting");
}

TEST(Integer, takes_thousands_separators_from_a_cell) { EXPECT_EQ(parsed(field, "1,234"), "1234"); }

TEST(Integer, refuses_limits_that_cross) {
    EXPECT_EQ(setting_problem(integer_type(), R"({"minimum": 2, "maximum": 1})"), "invalid_setting");
}

TEST(Integer, refuses_a_limit_that_is_no_whole_number) {
    EXPECT_EQ(setting_problem(integer_type(), R"({"minimum": 0.5})"), "invalid_setting");
}

}  // namespace
}  // namespace rapport::metadata::types

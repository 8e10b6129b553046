#include "metadata/field_types/auto_number.h"

#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

TEST(AutoNumber, fills_up_with_zeros) {
    EXPECT_EQ(format_auto_number("C-{0000}", 42), "C-0042");
    EXPECT_EQ(format_auto_number("{0}/26", 7), "7/26");
}

TEST(AutoNumber, grows_beyond_its_zeros) { EXPECT_EQ(format_auto_number("C-{0000}", 123'456), "C-123456"); }

TEST(AutoNumber, reaches_to_the_end_of_64_bits) { EXPECT_EQ(format_auto_number("{0}", 9'223'372'036'854'775'807), "9223372036854775807"); }

TEST(AutoNumber, is_kept_by_the_system) { EXPECT_TRUE(field_of(auto_number_type(), R"({"format": "C-{0000}"})").read_only); }

TEST(AutoNumber, needs_a_format_with_one_number) {
    for (auto format : {"", "C-", "{}", "{0}{0}", "{12}", "}0{", "{0", "0}", "{YYYY}", "{0000000000000000000}"})
        EXPECT_EQ(setting_problem(auto_number_type(), std::string(R"({"format": ")") + format + "\"}"), "invalid_setting") << format;
    EXPECT_EQ(setting_problem(auto_number_type(), "{}"), "invalid_setting");
    EXPECT_EQ(setting_problem(auto_number_type(), R"({"format": 7})"), "invalid_setting");
}

TEST(AutoNumber, keeps_numbers_that_another_system_gave) {
    Field field = field_of(auto_number_type(), R"({"format": "C-{0000}"})");
    EXPECT_EQ(parsed(field, "00001026"), "\"00001026\"");
}

}  // namespace
}  // namespace rapport::metadata::types

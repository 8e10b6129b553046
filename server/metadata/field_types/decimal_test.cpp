#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

TEST(Decimal, comes_back_without_zeros_at_the_end) {
    Field field = field_of(decimal_type());
    EXPECT_EQ(read_back(field, Json::parse("12.50")), "12.5");
    EXPECT_EQ(read_back(field, "12.50"), "12.5");
    EXPECT_EQ(read_back(field, Json::parse("-0.05")), "-0.05");
}

TEST(Decimal, is_stored_in_units_of_its_scale) {
    Field field = field_of(decimal_type(), R"({"scale": 3})");
    EXPECT_EQ(field.type->read(Json::parse("1.5"), field)->integer(), 1500);
}

TEST(Decimal, refuses_more_digits_than_it_holds) {
    Field field = field_of(decimal_type(), R"({"scale": 1})");
    EXPECT_EQ(field.type->read(Json::parse("1.25"), field).error().message, "\"x\" holds 1 digits after the point: \"1.25\" has more.");
}

TEST(Decimal, limits_are_in_numbers_not_units) {
    Field field = field_of(decimal_type(), R"({"minimum": 0.5, "maximum": 1})");
    EXPECT_EQ(read_back(field, Json::parse("0.5")), "0.5");
    EXPECT_EQ(read_back(field, Json::parse("0.49")), "out_of_range");
    EXPECT_EQ(read_back(field, Json::parse("1.01")), "out_of_range");
}

TEST(Decimal, exports_what_it_can_read) {
    Field field = field_of(decimal_type(), R"({"scale": 3})");
    Value stored = *field.type->read(Json::parse("1234.567"), field);
    EXPECT_EQ(parsed(field, field.type->text(Cell(stored), field)), "1234.567");
}

TEST(Decimal, refuses_scales_that_cannot_be) {
    for (auto scale : {"-1", "10", "\"2\"", "1.5"})
        EXPECT_EQ(setting_problem(decimal_type(), std::string(R"({"scale": )") + scale + "}"), "invalid_setting") << scale;
}

}  // namespace
}  // namespace rapport::metadata::types

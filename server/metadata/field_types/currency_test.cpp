#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

TEST(Currency, keeps_cents) {
    Field field = field_of(currency_type());
    EXPECT_EQ(field.type->read(Json::parse("1234.56"), field)->integer(), 123456);
}

TEST(Currency, is_exact_where_binary_fractions_are_not) { EXPECT_EQ(read_back(field_of(currency_type()), Json::parse("0.1")), "0.1"); }

TEST(Currency, reads_amounts_as_people_write_them) {
    Field field = field_of(currency_type());
    EXPECT_EQ(parsed(field, "€ 1.5k"), "1500");
    EXPECT_EQ(parsed(field, "$1,234.50"), "1234.5");
    EXPECT_EQ(parsed(field, "1.234,50 €"), "1234.5");
}

TEST(Currency, holds_at_most_four_digits_after_the_point) {
    EXPECT_EQ(setting_problem(currency_type(), R"({"scale": 4})"), "accepted");
    EXPECT_EQ(setting_problem(currency_type(), R"({"scale": 5})"), "invalid_setting");
}

}  // namespace
}  // namespace rapport::metadata::types

#include "metadata/field_types/written_number.h"

#include <gtest/gtest.h>

#include "base/decimal.h"

namespace rapport::metadata::types {
namespace {

/// What a field of two digits after the point makes of it.
std::string number(std::string_view written, int scale = 2) {
    auto digits = plain_number(written, scale);
    if (!digits) return digits.error().code;
    auto units = decimal::parse(*digits, scale);
    return units ? decimal::format(*units, scale) : units.error().code;
}

TEST(WrittenNumber, reads_both_conventions) {
    EXPECT_EQ(number("1,234.50"), "1234.5");
    EXPECT_EQ(number("1.234,50"), "1234.5");
    EXPECT_EQ(number("12,5"), "12.5");
    EXPECT_EQ(number("1234,56"), "1234.56");
    EXPECT_EQ(number("1.234.567"), "1234567");
    EXPECT_EQ(number("1,234,567"), "1234567");
}

TEST(WrittenNumber, reads_blanks_and_apostrophes_between_thousands) {
    EXPECT_EQ(number("1 234"), "1234");
    EXPECT_EQ(number("1\u202f234,50"), "1234.5");
    EXPECT_EQ(number("1'234'567.80"), "1234567.8");
    EXPECT_EQ(number("1’234"), "1234");
}

TEST(WrittenNumber, reads_indian_groups) { EXPECT_EQ(number("12,34,567.00"), "1234567"); }

TEST(WrittenNumber, reads_currencies_on_either_side) {
    EXPECT_EQ(number("$1,234.50"), "1234.5");
    EXPECT_EQ(number("12 €"), "12");
    EXPECT_EQ(number("USD 12"), "12");
    EXPECT_EQ(number("12 CHF"), "12");
    EXPECT_EQ(number("120 kr"), "120");
    EXPECT_EQ(number("₹500"), "500");
}

TEST(WrittenNumber, reads_magnitudes) {
    EXPECT_EQ(number("€ 1.5k"), "1500");
    EXPECT_EQ(number("1.5k€"), "1500");
    EXPECT_EQ(number("2 m"), "2000000");
    EXPECT_EQ(number("1,2 Mio €"), "1200000");
    EXPECT_EQ(number("3bn"), "3000000000");
}

TEST(WrittenNumber, reads_negative_numbers) {
    EXPECT_EQ(number("(120)"), "-120");
    EXPECT_EQ(number("($1,234.50)"), "-1234.5");
    EXPECT_EQ(number("-5"), "-5");
    EXPECT_EQ(number("-$5"), "-5");
    EXPECT_EQ(number("$-5"), "-5");
    EXPECT_EQ(number("\u22125"), "-5");
    EXPECT_EQ(number("120-"), "-120");
}

TEST(WrittenNumber, reads_plain_numbers) {
    EXPECT_EQ(number("0"), "0");
    EXPECT_EQ(number("+7"), "7");
    EXPECT_EQ(number(".5"), "0.5");
    EXPECT_EQ(number("5."), "5");
    EXPECT_EQ(number("1e3"), "1000");
    EXPECT_EQ(number("0.123", 3), "0.123");
    EXPECT_EQ(number("0,123", 3), "0.123");
}

TEST(WrittenNumber, takes_a_comma_before_three_digits_for_thousands_where_they_do_not_fit_otherwise) {
    EXPECT_EQ(number("1,234", 2), "1234");
    EXPECT_EQ(number("1,234", 3), "ambiguous_number");
}

TEST(WrittenNumber, takes_a_point_before_three_digits_for_a_fraction_where_it_fits) {
    EXPECT_EQ(number("1.234", 3), "1.234");
    EXPECT_EQ(number("1.234", 2), "ambiguous_number");
    EXPECT_EQ(number("1.230", 2), "ambiguous_number");
}

TEST(WrittenNumber, says_what_an_ambiguous_number_can_mean) {
    EXPECT_EQ(plain_number("1.234", 0).error().message, "\"1.234\" can mean 1234 or 1.234: write thousands without a separator.");
}

TEST(WrittenNumber, refuses_what_is_no_number) {
    for (auto bad : {"", "-", "abc", "1,23,4", "1,2345,678", "12 apples", "1 2", "1.2.3", "1,2.3,4", "€", "k", "--5", "()", "0x10", "1e",
                     "NaN", "12 PCS", "1.234.56", "٣"})
        EXPECT_EQ(number(bad), "invalid_number") << bad;
}

}  // namespace
}  // namespace rapport::metadata::types

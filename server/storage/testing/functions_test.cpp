#include <limits>

#include "storage/testing/engines.h"

namespace rapport::storage {
namespace {

/// The functions that have one name on every engine.
class Functions : public testing::EngineTest {
protected:
    Value result(const std::string& call, std::initializer_list<Value> parameters = {}) {
        return database().read([&](Session& session) { return *session.value("SELECT " + call, parameters); });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Functions, testing::every_engine(), testing::engine_name);

TEST_P(Functions, change_case_in_any_script) {
    EXPECT_EQ(result("rapport_upper(?1)", {"straße ñandú"}), Value("STRASSE ÑANDÚ"));
    EXPECT_EQ(result("rapport_lower(?1)", {"ÅSE ΟΔΟΣ"}), Value("åse οδος"));
}

TEST_P(Functions, write_decimals_to_the_last_digit) {
    EXPECT_EQ(result("rapport_decimal_text(123450, 2)"), Value("1234.5"));
    EXPECT_EQ(result("rapport_decimal_text(-5, 2)"), Value("-0.05"));
    EXPECT_EQ(result("rapport_decimal_text(?1, 9)", {std::numeric_limits<std::int64_t>::max()}), Value("9223372036.854775807"));
    EXPECT_EQ(result("rapport_decimal_text(0, 0)"), Value("0"));
}

TEST_P(Functions, read_decimals_and_nothing_else) {
    EXPECT_EQ(result("rapport_parse_decimal('-12.345', 2)"), Value(-1235));
    EXPECT_EQ(result("rapport_parse_decimal('.5', 1)"), Value(5));
    EXPECT_EQ(result("rapport_parse_decimal('1e3', 0)"), Value(1000));
    for (const char* text : {"", ".", "1,5", "12 ", "1e", "99999999999999999999", "e5", "0x10", "NaN"})
        EXPECT_TRUE(result("rapport_parse_decimal(?1, 2)", {text}).is_null()) << text;
}

TEST_P(Functions, write_dates_and_moments) {
    EXPECT_EQ(result("rapport_date_text(-1)"), Value("1969-12-31"));
    EXPECT_EQ(result("rapport_datetime_text(-1)"), Value("1969-12-31T23:59:59.999999Z"));
    EXPECT_EQ(result("rapport_datetime_text(1763717400000000)"), Value("2025-11-21T09:30:00Z"));
}

TEST_P(Functions, know_which_days_there_are) {
    EXPECT_EQ(result("rapport_make_date(2024, 2, 29)"), Value(19'782));
    EXPECT_TRUE(result("rapport_make_date(2023, 2, 29)").is_null());
    EXPECT_TRUE(result("rapport_make_date(2023, 13, 1)").is_null());
    EXPECT_TRUE(result("rapport_make_date(10000, 1, 1)").is_null());
}

TEST_P(Functions, answer_nothing_to_nothing) {
    EXPECT_TRUE(result("rapport_upper(CAST(NULL AS TEXT))").is_null());
    EXPECT_TRUE(result("rapport_make_date(2023, NULL, 1)").is_null());
}

TEST_P(Functions, compare_bytes_when_told_so) {
    EXPECT_EQ(result("CASE WHEN 'a' COLLATE \"C\" = 'A' THEN 1 WHEN 'a' COLLATE \"C\" < 'B' THEN 2 ELSE 3 END"), Value(3));
}

}  // namespace
}  // namespace rapport::storage

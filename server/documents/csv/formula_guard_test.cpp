#include "documents/csv/formula_guard.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace rapport::documents::csv {
namespace {

constexpr std::array formulas{"=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "- call back", "\t=1+1", "\tAda", "\r=1+1",
                              "\n=1+1", "  =1+1", "＝1+1", "＋A1", "－A1", "＠A1", "+1-555-0100"};
constexpr std::array plain{"", "Ada", "a=b", "ada@example.com", "-5", "-1.234,56", "+49 30 901820", "+442071234567", "-", "'", "'Ada'", "O'Neil", "d'=x", "5-3"};

TEST(FormulaGuard, is_wanted_for_what_a_spreadsheet_would_run) {
    for (std::string text : formulas) EXPECT_TRUE(wants_guard(text)) << text;
}

TEST(FormulaGuard, leaves_numbers_and_all_other_texts_alone) {
    for (std::string text : plain) {
        EXPECT_FALSE(wants_guard(text)) << text;
        EXPECT_EQ(unguarded(text), text);
    }
}

TEST(FormulaGuard, comes_off_again_whatever_the_text_is) {
    for (std::string text : formulas)
        for (int i = 0; i < 4; ++i, text = "'" + text) {
            ASSERT_TRUE(wants_guard(text)) << text;
            EXPECT_EQ(unguarded("'" + text), text);
        }
}

TEST(FormulaGuard, reads_any_number_of_apostrophes) {
    const std::string many(1'000'000, '\'');
    EXPECT_FALSE(wants_guard(many));
    EXPECT_TRUE(wants_guard(many + "=1+1"));
}

TEST(FormulaGuard, of_other_programs_comes_off_numbers_too) {
    EXPECT_EQ(unguarded("'+49 30 901820"), "+49 30 901820");
    EXPECT_EQ(unguarded("'-5"), "-5");
    EXPECT_TRUE(wants_guard("'-5"));
}

}  // namespace
}  // namespace rapport::documents::csv

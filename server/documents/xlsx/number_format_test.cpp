#include "documents/xlsx/number_format.h"

#include <gtest/gtest.h>

namespace rapport::documents::xlsx {
namespace {

struct Case {
    const char* code;
    NumberKind kind;
};
class FormatCode : public testing::TestWithParam<Case> {};
TEST_P(FormatCode, tells_what_a_number_is) { EXPECT_EQ(kind_of_format(std::string_view(GetParam().code)), GetParam().kind) << GetParam().code; }
INSTANTIATE_TEST_SUITE_P(, FormatCode,
                         testing::Values(Case{"General", NumberKind::Number}, Case{"#,##0.00", NumberKind::Number}, Case{"0.00E+00", NumberKind::Number},
                                         Case{"[$€-407]#,##0.00", NumberKind::Number}, Case{"[Red]-0.0", NumberKind::Number}, Case{"0\" days\"", NumberKind::Number},
                                         Case{"0.0%", NumberKind::Percent}, Case{"dd.mm.yyyy", NumberKind::Date}, Case{"mmm yy", NumberKind::Date},
                                         Case{"[$-409]d\\-mmm\\-yy;@", NumberKind::Date}, Case{"yyyy-mm-dd hh:mm", NumberKind::DateTime},
                                         Case{"h:mm AM/PM", NumberKind::Time}, Case{"[h]:mm", NumberKind::Duration}));

TEST(Written, numbers_as_a_spreadsheet_shows_them) {
    auto number = [](std::string_view text) { return written(text, NumberKind::Number, Epoch::Year1900); };
    EXPECT_EQ(number("0.30000000000000004"), "0.3");
    EXPECT_EQ(number("491701234567"), "491701234567");
    EXPECT_EQ(number("1.5E-3"), "0.0015");
    EXPECT_EQ(number("1E+20"), "100000000000000000000");
    EXPECT_EQ(number("1.25E-10"), "0.000000000125");
    EXPECT_EQ(number("-2.5"), "-2.5");
    EXPECT_EQ(number("nan"), "nan");
    EXPECT_EQ(written("0.125", NumberKind::Percent, Epoch::Year1900), "12.5%");
}

TEST(Written, days_and_times) {
    auto day = [](std::string_view text, NumberKind kind) { return written(text, kind, Epoch::Year1900); };
    EXPECT_EQ(day("45000", NumberKind::Date), "2023-03-15");
    EXPECT_EQ(day("1", NumberKind::Date), "1900-01-01");
    EXPECT_EQ(day("61", NumberKind::Date), "1900-03-01");
    EXPECT_EQ(day("45000.5", NumberKind::Date), "2023-03-15T12:00:00");
    EXPECT_EQ(day("45000.999999", NumberKind::DateTime), "2023-03-16T00:00:00");
    EXPECT_EQ(day("0.75", NumberKind::Time), "18:00:00");
    EXPECT_EQ(day("1.5", NumberKind::Duration), "36:00:00");
    EXPECT_EQ(day("99999999", NumberKind::Date), "99999999");
    EXPECT_EQ(written("0", NumberKind::Date, Epoch::Year1904), "1904-01-01");
}

}  // namespace
}  // namespace rapport::documents::xlsx

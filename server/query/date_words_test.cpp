#include <gtest/gtest.h>

#include "query/date_words.h"

namespace rapport::query {
namespace {

// A Saturday; the fiscal year begins in April.
std::string days(std::string_view word) {
    auto range = days_of(word, Date::of(2026, 11, 21), 4);
    return range ? range->begin.text() + " " + range->end.text() : "none";
}

TEST(DateWords, know_days) {
    EXPECT_EQ(days("TODAY"), "2026-11-21 2026-11-22");
    EXPECT_EQ(days("yesterday"), "2026-11-20 2026-11-21");
    EXPECT_EQ(days("TOMORROW"), "2026-11-22 2026-11-23");
}

TEST(DateWords, count_today_among_the_last_days_but_not_the_next) {
    EXPECT_EQ(days("LAST_N_DAYS:30"), "2026-10-22 2026-11-22");
    EXPECT_EQ(days("LAST_90_DAYS"), "2026-08-23 2026-11-22");
    EXPECT_EQ(days("NEXT_N_DAYS:2"), "2026-11-22 2026-11-24");
    EXPECT_EQ(days("N_DAYS_AGO:3"), "2026-11-18 2026-11-19");
}

TEST(DateWords, begin_weeks_on_monday) {
    EXPECT_EQ(days("THIS_WEEK"), "2026-11-16 2026-11-23");
    EXPECT_EQ(days("LAST_N_WEEKS:2"), "2026-11-02 2026-11-16");
    EXPECT_EQ(days("NEXT_WEEK"), "2026-11-23 2026-11-30");
    EXPECT_EQ(days("N_WEEKS_AGO:1"), "2026-11-09 2026-11-16");
}

TEST(DateWords, know_months_and_years) {
    EXPECT_EQ(days("LAST_MONTH"), "2026-10-01 2026-11-01");
    EXPECT_EQ(days("NEXT_N_MONTHS:2"), "2026-12-01 2027-02-01");
    EXPECT_EQ(days("THIS_YEAR"), "2026-01-01 2027-01-01");
    EXPECT_EQ(days("N_YEARS_AGO:2"), "2024-01-01 2025-01-01");
}

TEST(DateWords, know_quarters) {
    EXPECT_EQ(days("THIS_QUARTER"), "2026-10-01 2027-01-01");
    EXPECT_EQ(days("LAST_N_QUARTERS:2"), "2026-04-01 2026-10-01");
}

TEST(DateWords, follow_the_fiscal_year) {
    EXPECT_EQ(days("THIS_FISCAL_QUARTER"), "2026-10-01 2027-01-01");
    EXPECT_EQ(days("THIS_FISCAL_YEAR"), "2026-04-01 2027-04-01");
    EXPECT_EQ(days("NEXT_N_FISCAL_QUARTERS:2"), "2027-01-01 2027-07-01");
    EXPECT_EQ(days_of("THIS_FISCAL_YEAR", Date::of(2026, 2, 1), 4)->begin.text(), "2025-04-01");
    EXPECT_EQ(days_of("THIS_FISCAL_QUARTER", Date::of(2026, 1, 31), 2)->begin.text(), "2025-11-01");
}

TEST(DateWords, are_no_other_words) {
    for (auto word : {"THIS_DAY", "LAST_N_DAYS", "LAST_N_DAYS:x", "LAST_N_DAY:3", "LAST_MONTH:3", "N_AGO:3", "SOMEDAY", "", "LAST_N_DAYS:-1"})
        EXPECT_FALSE(is_date_word(word)) << word;
}

TEST(DateWords, end_with_the_calendar) {
    EXPECT_EQ(days("N_DAYS_AGO:1000000"), "none");
    EXPECT_EQ(days("NEXT_N_YEARS:9000"), "none");
}

}  // namespace
}  // namespace rapport::query

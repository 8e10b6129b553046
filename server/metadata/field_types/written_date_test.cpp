#include "metadata/field_types/written_date.h"

#include <gtest/gtest.h>

namespace rapport::metadata::types {
namespace {

std::string date(std::string_view written) {
    auto date = parse_written_date(written);
    return date ? date->text() : date.error().code;
}

std::string datetime(std::string_view written) {
    auto moment = parse_written_datetime(written);
    return moment ? moment->text() : moment.error().code;
}

std::string time(std::string_view written) {
    auto time = parse_written_time(written);
    if (!time) return time.error().code;
    std::string out;
    append_time_of_day(out, *time);
    return out;
}

TEST(WrittenDate, reads_numbers_whose_order_is_clear) {
    for (auto written :
         {"2026-11-21", "2026/11/21", "2026.11.21", "20261121", "21.11.2026", "21/11/2026", "11/21/2026", "11-21-2026", " 21. 11. 2026 "})
        EXPECT_EQ(date(written), "2026-11-21") << written;
}

TEST(WrittenDate, reads_months_in_words) {
    for (auto written : {"21 Nov 2026", "21-Nov-2026", "Nov 21, 2026", "November 21st, 2026", "Saturday, 21 November 2026",
                         "Sat 21 NOV 2026", "2026 Nov 21"})
        EXPECT_EQ(date(written), "2026-11-21") << written;
    EXPECT_EQ(date("5 Sept 2026"), "2026-09-05");
}

TEST(WrittenDate, puts_the_day_first_where_points_are_between) { EXPECT_EQ(date("03.04.2026"), "2026-04-03"); }

TEST(WrittenDate, reads_a_day_that_is_the_same_either_way) { EXPECT_EQ(date("03/03/2026"), "2026-03-03"); }

TEST(WrittenDate, refuses_an_order_that_is_not_clear) {
    EXPECT_EQ(parse_written_date("03/04/2026").error().code, "ambiguous_date");
    EXPECT_EQ(parse_written_date("03/04/2026").error().message,
              "\"03/04/2026\" can mean 2026-03-04 or 2026-04-03: write it one of these ways.");
}

TEST(WrittenDate, refuses_a_year_of_two_digits) {
    EXPECT_EQ(parse_written_date("21.11.26").error().message, "\"21.11.26\" is not a date: write its year with four digits.");
}

TEST(WrittenDate, refuses_days_that_are_not_there) {
    for (auto written : {"31.02.2026", "30 Feb 2026", "2026-13-01", "13/13/2026", "00/00/2026", "20261332"})
        EXPECT_EQ(date(written), "invalid_date") << written;
}

TEST(WrittenDate, refuses_what_is_no_date) {
    for (auto written : {"", "tomorrow", "2026", "11/2026", "21 Nov", "1 2 3 2026", "21 Foo 2026", "Nov Dec 2026", "21 11 2026 10",
                         "2026-11-21T", "999999999"})
        EXPECT_EQ(date(written), "invalid_date") << written;
}

TEST(WrittenDateTime, reads_zones_and_takes_utc_without_one) {
    EXPECT_EQ(datetime("2026-11-21T09:30:00Z"), "2026-11-21T09:30:00Z");
    EXPECT_EQ(datetime("2026-11-21T09:30:00.000+0000"), "2026-11-21T09:30:00Z");
    EXPECT_EQ(datetime("2026-11-21 09:30"), "2026-11-21T09:30:00Z");
    EXPECT_EQ(datetime("2026-11-21T09:30"), "2026-11-21T09:30:00Z");
    EXPECT_EQ(datetime("2026-11-21 09:30:00 UTC"), "2026-11-21T09:30:00Z");
    EXPECT_EQ(datetime("2026-11-21 9:30 +01"), "2026-11-21T08:30:00Z");
}

TEST(WrittenDateTime, reads_other_spellings_of_the_day) {
    EXPECT_EQ(datetime("21.11.2026 09:30"), "2026-11-21T09:30:00Z");
    EXPECT_EQ(datetime("11/25/2026 9:30 PM"), "2026-11-25T21:30:00Z");
    EXPECT_EQ(datetime("25 Nov 2026, 9:30"), "2026-11-25T09:30:00Z");
}

TEST(WrittenDateTime, takes_midnight_for_a_day) { EXPECT_EQ(datetime("21 Nov 2026"), "2026-11-21T00:00:00Z"); }

TEST(WrittenDateTime, refuses_what_is_not_clear) {
    EXPECT_EQ(datetime("03/04/2026 09:30"), "ambiguous_date");
    for (auto written : {"", "09:30", "2026-11-21 25:00", "2026-11-21 09:30 CET", "2026-11-21 09:30+99:00"})
        EXPECT_FALSE(parse_written_datetime(written)) << written;
}

TEST(WrittenTime, reads_halves_of_the_day) {
    EXPECT_EQ(time("9:30"), "09:30:00");
    EXPECT_EQ(time("9:30 pm"), "21:30:00");
    EXPECT_EQ(time("9 p.m."), "21:00:00");
    EXPECT_EQ(time("12:00 am"), "00:00:00");
    EXPECT_EQ(time("12:30PM"), "12:30:00");
}

TEST(WrittenTime, refuses_what_is_no_time) {
    for (auto written : {"", "9", "24:00", "13 pm", "0 am", "9:60", "9:3", "noon", "123:00"})
        EXPECT_EQ(time(written), "invalid_time") << written;
}

}  // namespace
}  // namespace rapport::metadata::types

#include "metadata/field_types/written_duration.h"

#include <gtest/gtest.h>

namespace rapport::metadata::types {
namespace {

TEST(WrittenDuration, reads_a_clock) {
    EXPECT_EQ(*parse_written_duration("1:30"), 5400);
    EXPECT_EQ(*parse_written_duration("0:00:05"), 5);
    EXPECT_EQ(*parse_written_duration("100:00"), 360'000);
}

TEST(WrittenDuration, reads_units) {
    EXPECT_EQ(*parse_written_duration("90 min"), 5400);
    EXPECT_EQ(*parse_written_duration("1h 30m"), 5400);
    EXPECT_EQ(*parse_written_duration("1h30m15s"), 5415);
    EXPECT_EQ(*parse_written_duration("1.5 hours"), 5400);
    EXPECT_EQ(*parse_written_duration("1,5 h"), 5400);
    EXPECT_EQ(*parse_written_duration("2 Days"), 172'800);
}

TEST(WrittenDuration, refuses_a_number_without_unit) {
    EXPECT_EQ(parse_written_duration("90").error().message, "\"90\" is not a length of time: write it as 1:30, 90 min or 1h 30m.");
}

TEST(WrittenDuration, refuses_what_is_none) {
    for (auto bad :
         {"", ":", "1:", "1:60", "1:5", "1:00:00:00", "h", "1 fortnight", "-1 h", "1h 30", "99999999999 days", "9999999:00", "1..5 h"})
        EXPECT_FALSE(parse_written_duration(bad)) << bad;
}

}  // namespace
}  // namespace rapport::metadata::types

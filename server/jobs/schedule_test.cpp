#include "jobs/schedule.h"

#include <gtest/gtest.h>

#include "base/failure.h"
#include "jobs/cron.h"

namespace rapport::jobs {
namespace {

/// The next three, in one text.
std::string next(std::string rule, std::string zone, std::string_view after) {
    std::string out;
    std::optional<DateTime> moment = *DateTime::parse(after);
    for (int i = 0; i < 3 && moment; ++i) {
        moment = next_time({"test", "test", rule, zone}, *moment);
        out += (out.empty() ? "" : " ") + (moment ? moment->text() : std::string("never"));
    }
    return out;
}

TEST(Schedule, goes_by_cron) {
    EXPECT_EQ(next("30 3 * * *", "UTC", "2026-11-22T03:30:00Z"), "2026-11-23T03:30:00Z 2026-11-24T03:30:00Z 2026-11-25T03:30:00Z");
    EXPECT_EQ(next("*/20 * * * *", "UTC", "2026-11-22T03:31:07Z"), "2026-11-22T03:40:00Z 2026-11-22T04:00:00Z 2026-11-22T04:20:00Z");
    EXPECT_EQ(next("0 9-17/4 * * mon-fri", "UTC", "2026-11-20T13:00:00Z"), "2026-11-20T17:00:00Z 2026-11-23T09:00:00Z 2026-11-23T13:00:00Z");
    EXPECT_EQ(next("0 0 29 feb *", "UTC", "2026-11-20T13:00:00Z"), "2028-02-29T00:00:00Z 2032-02-29T00:00:00Z 2036-02-29T00:00:00Z");
    // The thirteenth, and every Friday.
    EXPECT_EQ(next("0 12 13 * 5", "UTC", "2026-10-31T00:00:00Z"), "2026-11-06T12:00:00Z 2026-11-13T12:00:00Z 2026-11-20T12:00:00Z");
    EXPECT_EQ(next("0 12 * * 7", "UTC", "2026-11-21T00:00:00Z"), "2026-11-22T12:00:00Z 2026-11-29T12:00:00Z 2026-12-06T12:00:00Z");
}

TEST(Schedule, goes_by_the_clocks_of_its_zone) {
    // In Berlin clocks go from 2 to 3 on 29 March 2026 and from 3 to 2 on 25 October.
    EXPECT_EQ(next("30 2 * * *", "Europe/Berlin", "2026-03-27T12:00:00Z"), "2026-03-28T01:30:00Z 2026-03-29T01:30:00Z 2026-03-30T00:30:00Z");
    EXPECT_EQ(next("30 2 * * *", "Europe/Berlin", "2026-10-23T12:00:00Z"), "2026-10-24T00:30:00Z 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z");
    EXPECT_EQ(next("FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0;BYSECOND=0", "America/New_York", "2026-10-26T12:00:00Z"), "2026-10-26T13:00:00Z 2026-11-02T14:00:00Z 2026-11-09T14:00:00Z");
}

TEST(Schedule, refuses_what_it_does_not_understand) {
    for (auto rule : {"", "* * * *", "60 * * * *", "5-1 * * * *", "*/0 * * * *", "* * * * someday", "a b c d e", "FREQ=NEVER"})
        EXPECT_THROW(next_time({"test", "test", rule, "UTC"}, DateTime()), Failure) << rule;
    EXPECT_THROW(next_time({"test", "test", "* * * * *", "Mars/Phobos"}, DateTime()), Failure);
}

}  // namespace
}  // namespace rapport::jobs

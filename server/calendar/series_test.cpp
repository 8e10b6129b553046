#include "calendar/series.h"

#include <gtest/gtest.h>

namespace rapport::calendar {
namespace {

DateTime moment(std::string_view text) { return *DateTime::parse(text); }

Series weekly(const std::string& rule, const std::string& excluded = "") {
    return *Series::read({moment("2026-10-19T07:00:00Z"), moment("2026-10-19T07:30:00Z"), rule, "Europe/Berlin", excluded});
}

std::string next(const Series& series, std::string_view after) {
    const auto found = series.next(moment(after));
    return found ? found->starts_at.text() : "none";
}

TEST(Series, comes_next_by_its_own_clocks) {
    EXPECT_EQ(next(weekly("FREQ=WEEKLY"), "2026-10-19T06:59:59Z"), "2026-10-19T07:00:00Z");
    EXPECT_EQ(next(weekly("FREQ=WEEKLY"), "2026-10-19T07:00:00Z"), "2026-10-26T08:00:00Z");
    EXPECT_EQ(weekly("FREQ=WEEKLY").next(moment("2026-10-19T07:00:00Z"))->ends_at.text(), "2026-10-26T08:30:00Z");
}

TEST(Series, does_not_come_when_it_is_excluded) { EXPECT_EQ(next(weekly("FREQ=WEEKLY", "20261026T080000Z"), "2026-10-20T00:00:00Z"), "2026-11-02T08:00:00Z"); }

TEST(Series, comes_no_more_when_it_has_ended) {
    EXPECT_EQ(next(weekly("FREQ=WEEKLY;COUNT=2"), "2026-10-26T08:00:00Z"), "none");
    EXPECT_EQ(next(weekly("FREQ=WEEKLY;COUNT=2"), "2020-01-01T00:00:00Z"), "2026-10-19T07:00:00Z");
}

TEST(Series, begins_with_its_first_time_though_the_rule_has_it_not) {
    EXPECT_EQ(next(weekly("FREQ=WEEKLY;BYDAY=TU"), "2026-10-18T00:00:00Z"), "2026-10-19T07:00:00Z");
    EXPECT_EQ(next(weekly("FREQ=WEEKLY;BYDAY=TU"), "2026-10-19T07:00:00Z"), "2026-10-20T07:00:00Z");
}

}  // namespace
}  // namespace rapport::calendar

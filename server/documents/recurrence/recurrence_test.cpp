#include "documents/recurrence/recurrence.h"

#include <gtest/gtest.h>

namespace rapport::documents {
namespace {

DateTime at(std::string_view text) { return *DateTime::parse(text); }

/// The next three, in one text.
std::string next(std::string_view rule, std::string_view first, std::string_view after) {
    auto recurrence = Recurrence::parse(rule, at(first));
    if (!recurrence) return recurrence.error().code;
    std::string out;
    std::optional<DateTime> moment = at(after);
    for (int i = 0; i < 3 && moment; ++i) {
        moment = recurrence->next(*moment);
        out += (out.empty() ? "" : " ") + (moment ? moment->text() : std::string("end"));
    }
    return out;
}

TEST(Recurrence, tells_what_comes_next) {
    EXPECT_EQ(next("FREQ=DAILY;BYHOUR=3;BYMINUTE=30;BYSECOND=0", "2026-01-01T00:00:00Z", "2026-11-22T03:30:00Z"), "2026-11-23T03:30:00Z 2026-11-24T03:30:00Z 2026-11-25T03:30:00Z");
    EXPECT_EQ(next("FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=9;BYMINUTE=0;BYSECOND=0", "2026-01-01T00:00:00Z", "2026-11-22T12:00:00Z"), "2026-11-23T09:00:00Z 2026-11-27T09:00:00Z 2026-11-30T09:00:00Z");
    EXPECT_EQ(next("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31T08:00:00Z", "2026-02-01T00:00:00Z"), "2026-02-28T08:00:00Z 2026-03-31T08:00:00Z 2026-04-30T08:00:00Z");
    EXPECT_EQ(next("FREQ=DAILY;INTERVAL=2", "2026-01-01T08:00:00Z", "2026-01-02T00:00:00Z"), "2026-01-03T08:00:00Z 2026-01-05T08:00:00Z 2026-01-07T08:00:00Z");
}

TEST(Recurrence, ends) {
    EXPECT_EQ(next("FREQ=DAILY;COUNT=2", "2026-01-01T08:00:00Z", "2026-01-01T08:00:00Z"), "2026-01-02T08:00:00Z end");
    EXPECT_EQ(next("FREQ=DAILY;UNTIL=20260102T090000", "2026-01-01T08:00:00Z", "2026-01-02T07:00:00Z"), "2026-01-02T08:00:00Z end");
    // There is no such day.
    EXPECT_EQ(next("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01T08:00:00Z", "2026-01-02T07:00:00Z"), "end");
}

std::string between(std::string_view rule, std::string_view first, std::string_view from, std::string_view before) {
    std::string out;
    for (DateTime moment : Recurrence::parse(rule, at(first))->between(at(from), at(before), 3)) out += (out.empty() ? "" : " ") + moment.text().substr(5, 5);
    return out;
}

TEST(Recurrence, tells_what_lies_in_a_span) {
    EXPECT_EQ(between("FREQ=WEEKLY;BYDAY=MO", "2026-11-02T09:00:00Z", "2026-11-09T09:00:00Z", "2026-11-23T09:00:00Z"), "11-09 11-16");
    EXPECT_EQ(between("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-11-02T09:00:00Z", "2026-11-03T00:00:00Z", "2027-01-01T00:00:00Z"), "11-16 11-30 12-14");
    EXPECT_EQ(between("FREQ=MONTHLY;INTERVAL=2", "2026-01-15T09:00:00Z", "2026-04-01T00:00:00Z", "2026-12-31T00:00:00Z"), "05-15 07-15 09-15");
    EXPECT_EQ(between("FREQ=DAILY;COUNT=3", "2026-11-02T09:00:00Z", "2026-11-03T00:00:00Z", "2026-12-01T00:00:00Z"), "11-03 11-04");
}

TEST(Recurrence, refuses_what_is_no_rule) {
    for (auto rule : {"", "daily", "FREQ=SOMETIMES", "FREQ=SECONDLY", "FREQ=DAILY;BYHOUR=25"}) EXPECT_EQ(next(rule, "2026-01-01T08:00:00Z", "2026-01-01T08:00:00Z"), "invalid_recurrence") << rule;
}

}  // namespace
}  // namespace rapport::documents

#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(datetime_type());

TEST(DateTime, comes_back_in_utc) { EXPECT_EQ(read_back(field, "2026-11-21T09:30:00+01:00"), "\"2026-11-21T08:30:00Z\""); }

TEST(DateTime, keeps_microseconds) { EXPECT_EQ(read_back(field, "2026-11-21T09:30:00.123456Z"), "\"2026-11-21T09:30:00.123456Z\""); }

TEST(DateTime, needs_a_zone_in_the_api) { EXPECT_EQ(read_back(field, "2026-11-21T09:30:00"), "invalid_datetime"); }

TEST(DateTime, refuses_a_number) { EXPECT_EQ(read_back(field, 1763717400), "wrong_type"); }

TEST(DateTime, stays_within_the_calendar) {
    EXPECT_EQ(read_back(field, "9999-12-31T23:59:59Z"), "\"9999-12-31T23:59:59Z\"");
    EXPECT_EQ(read_back(field, "9999-12-31T23:59:59-01:00"), "invalid_datetime");
    EXPECT_EQ(read_back(field, "0001-01-01T00:00:00+01:00"), "invalid_datetime");
}

TEST(DateTime, takes_utc_for_a_cell_without_zone) { EXPECT_EQ(parsed(field, "2026-11-21 09:30"), "\"2026-11-21T09:30:00Z\""); }

}  // namespace
}  // namespace rapport::metadata::types

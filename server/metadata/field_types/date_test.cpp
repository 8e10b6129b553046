#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(date_type());

TEST(Date, comes_back_as_it_was_sent) { EXPECT_EQ(read_back(field, "2026-11-21"), "\"2026-11-21\""); }

TEST(Date, is_stored_as_days) { EXPECT_EQ(field.type->read("1970-01-02", field)->integer(), 1); }

TEST(Date, knows_leap_years) {
    EXPECT_EQ(read_back(field, "2024-02-29"), "\"2024-02-29\"");
    EXPECT_EQ(read_back(field, "2023-02-29"), "invalid_date");
}

TEST(Date, says_how_to_write_it) {
    EXPECT_EQ(field.type->read("tomorow", field).error().message, "\"tomorow\" is not a date: write it as 2026-11-21.");
}

TEST(Date, refuses_other_spellings_in_the_api) { EXPECT_EQ(read_back(field, "21.11.2026"), "invalid_date"); }

TEST(Date, refuses_a_number) { EXPECT_EQ(read_back(field, 20261121), "wrong_type"); }

TEST(Date, takes_an_empty_string_as_nothing) { EXPECT_EQ(read_back(field, ""), "null"); }

TEST(Date, takes_other_spellings_from_a_cell) { EXPECT_EQ(parsed(field, "21.11.2026"), "\"2026-11-21\""); }

TEST(Date, takes_a_day_that_is_written_as_its_first_moment) {
    EXPECT_EQ(parsed(field, "2026-11-21 00:00:00"), "\"2026-11-21\"");
    EXPECT_EQ(parsed(field, "2026-11-21 09:30:00"), "invalid_date");
}

TEST(Date, exports_what_it_can_read) { EXPECT_EQ(field.type->text(Cell(std::int64_t{20'778}), field), "2026-11-21"); }

}  // namespace
}  // namespace rapport::metadata::types

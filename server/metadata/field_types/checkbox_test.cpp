#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(checkbox_type());

TEST(Checkbox, comes_back_as_it_was_sent) {
    EXPECT_EQ(read_back(field, true), "true");
    EXPECT_EQ(read_back(field, false), "false");
}

TEST(Checkbox, takes_only_true_and_false_in_the_api) {
    EXPECT_EQ(read_back(field, 1), "wrong_type");
    EXPECT_EQ(read_back(field, "true"), "wrong_type");
}

TEST(Checkbox, takes_words_for_yes_from_a_cell) {
    for (auto cell : {"yes", "Yes", "TRUE", "1", "x", "X", "y", "✓"}) EXPECT_EQ(parsed(field, cell), "true") << cell;
}

TEST(Checkbox, takes_words_for_no_from_a_cell) {
    for (auto cell : {"no", "False", "0", "n", "OFF"}) EXPECT_EQ(parsed(field, cell), "false") << cell;
}

TEST(Checkbox, refuses_other_words) {
    for (auto cell : {"maybe", "2", "yes no"}) EXPECT_EQ(parsed(field, cell), "invalid_checkbox") << cell;
}

TEST(Checkbox, exports_what_it_can_read) { EXPECT_EQ(parsed(field, field.type->text(Cell(std::int64_t{1}), field)), "true"); }

}  // namespace
}  // namespace rapport::metadata::types

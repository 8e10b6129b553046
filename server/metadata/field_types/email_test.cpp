#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(email_type());

TEST(Email, is_kept_in_lower_case) { EXPECT_EQ(read_back(field, "Ada@Example.COM"), "\"ada@example.com\""); }

TEST(Email, says_how_to_write_it) {
    EXPECT_EQ(field.type->read("ada", field).error().message, "\"ada\" is not an e-mail address: write it as ada@example.com.");
}

TEST(Email, is_compared_byte_for_byte) { EXPECT_EQ(field.type->shape(), Shape::Code); }

TEST(Email, takes_an_empty_string_as_nothing) { EXPECT_EQ(read_back(field, ""), "null"); }

TEST(Email, refuses_an_object) { EXPECT_EQ(read_back(field, Json::parse("{}")), "wrong_type"); }

TEST(Email, takes_a_name_before_it_from_a_cell) {
    EXPECT_EQ(parsed(field, "Ada Lovelace <Ada@example.com>"), "\"ada@example.com\"");
    EXPECT_EQ(parsed(field, "mailto:ada@example.com"), "\"ada@example.com\"");
    EXPECT_EQ(read_back(field, "Ada <ada@example.com>"), "invalid_email");
}

TEST(Email, refuses_two_in_one_cell) { EXPECT_EQ(parsed(field, "ada@example.com, bob@example.com"), "invalid_email"); }

}  // namespace
}  // namespace rapport::metadata::types

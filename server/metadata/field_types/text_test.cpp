#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(text_type());

TEST(Text, keeps_every_byte) { EXPECT_EQ(field.type->read("  Müller & Söhne\t", field)->text(), "  Müller & Söhne\t"); }

TEST(Text, keeps_an_empty_string_apart_from_nothing) { EXPECT_EQ(read_back(field, ""), "\"\""); }

TEST(Text, shows_nothing_as_null) { EXPECT_EQ(written(field, Value()), "null"); }

TEST(Text, exports_nothing_as_an_empty_cell) { EXPECT_EQ(field.type->text(Cell(), field), ""); }

TEST(Text, counts_characters_not_bytes) {
    std::string text;
    for (int i = 0; i < 255; ++i) text += "ß";
    EXPECT_TRUE(field.type->read(text, field));
    EXPECT_EQ(read_back(field, text + "ß"), "too_long");
}

TEST(Text, holds_as_much_as_its_setting_says) {
    Field short_field = field_of(text_type(), R"({"length": 3})");
    EXPECT_EQ(read_back(short_field, "abc"), "\"abc\"");
    EXPECT_EQ(read_back(short_field, "abcd"), "too_long");
}

TEST(Text, refuses_a_number) { EXPECT_EQ(read_back(field, 12), "wrong_type"); }

TEST(Text, names_the_field_in_its_problem) {
    Problem problem = field.type->read(true, field).error();
    EXPECT_EQ(problem.field, "x");
    EXPECT_EQ(problem.message, "\"x\" takes a string, not true or false.");
}

TEST(Text, refuses_a_nul_character) { EXPECT_EQ(read_back(field, std::string("a\0b", 3)), "invalid_text"); }

TEST(Text, refuses_what_is_not_utf8) { EXPECT_EQ(parsed(field, "M\xfcller"), "invalid_text"); }

TEST(Text, refuses_lengths_that_cannot_be) {
    for (auto length : {"-1", "0", "131073", "\"long\"", "1.5", "1e99"})
        EXPECT_EQ(setting_problem(text_type(), std::string(R"({"length": )") + length + "}"), "invalid_setting") << length;
}

TEST(Text, says_which_setting_is_wrong) {
    EXPECT_EQ(try_field(text_type(), R"({"length": -1})").error().message,
              "\"length\" of the field \"x\" must be a whole number from 1 to 131072.");
}

}  // namespace
}  // namespace rapport::metadata::types

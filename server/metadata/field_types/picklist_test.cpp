#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const std::string stages =
    R"({"options": [{"value": "new", "label": "New deal", "tint": "sky"}, {"value": "won", "label": "Gewonnen für uns"},
    {"value": "old", "label": "Old", "active": false}]})";
const Field field = field_of(picklist_type(), stages);

TEST(Picklist, comes_back_as_its_value) { EXPECT_EQ(read_back(field, "new"), "\"new\""); }

TEST(Picklist, takes_only_the_value_in_the_api) {
    EXPECT_EQ(field.type->read("New deal", field).error().message, "\"New deal\" is not an option of \"x\": did you mean \"new\"?");
}

TEST(Picklist, names_the_choices) {
    EXPECT_EQ(field.type->read("something else", field).error().message,
              "\"something else\" is not an option of \"x\": choose one of \"new\", \"won\".");
}

TEST(Picklist, refuses_an_option_that_is_no_longer_in_use) { EXPECT_EQ(read_back(field, "old"), "inactive_option"); }

TEST(Picklist, takes_value_or_label_in_any_case_from_a_cell) {
    EXPECT_EQ(parsed(field, "NEW"), "\"new\"");
    EXPECT_EQ(parsed(field, "new deal"), "\"new\"");
    EXPECT_EQ(parsed(field, "GEWONNEN FUR UNS"), "\"won\"");
}

TEST(Picklist, is_found_by_its_label) { EXPECT_EQ(field.type->search_text(Cell(std::string_view("new")), field), "New deal"); }

TEST(Picklist, takes_an_empty_string_as_nothing) { EXPECT_EQ(read_back(field, ""), "null"); }

TEST(Picklist, refuses_a_number) { EXPECT_EQ(read_back(field, 1), "wrong_type"); }

TEST(Picklist, takes_any_text_when_it_is_not_restricted) {
    Field open = field_of(picklist_type(), R"({"options": ["Red"], "restricted": false})");
    EXPECT_EQ(read_back(open, "blue"), "\"blue\"");
    EXPECT_EQ(parsed(open, "red"), "\"Red\"");
}

TEST(Picklist, takes_plain_values_as_options) {
    Field plain = field_of(picklist_type(), R"({"options": ["Hot", "Cold"]})");
    EXPECT_EQ(plain.options[0].label, "Hot");
}

TEST(Picklist, refuses_the_same_value_twice) {
    EXPECT_EQ(try_field(picklist_type(), R"({"options": ["a", {"value": "a"}]})").error().message,
              "\"options\" of the field \"x\" has \"a\" twice.");
}

TEST(Picklist, refuses_options_that_are_none) {
    for (auto options : {"[]", "[1]", "[\"\"]", "[{}]", "{}", "[{\"value\": 1}]", "[{\"value\": \"a\", \"tint\": \"pink\"}]", "[null]"})
        EXPECT_EQ(setting_problem(picklist_type(), std::string(R"({"options": )") + options + "}"), "invalid_setting") << options;
}

TEST(Picklist, needs_options) { EXPECT_EQ(setting_problem(picklist_type(), "{}"), "invalid_setting"); }

}  // namespace
}  // namespace rapport::metadata::types

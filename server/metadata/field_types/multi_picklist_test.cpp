#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(multi_picklist_type(), R"({"options": [{"value": "red", "label": "Rot"}, "green", "Blue, dark"]})");

TEST(MultiPicklist, is_stored_between_semicolons) {
    EXPECT_EQ(field.type->read(Json::parse(R"(["red", "green"])"), field)->text(), ";red;green;");
}

TEST(MultiPicklist, comes_back_as_an_array) { EXPECT_EQ(read_back(field, Json::parse(R"(["red", "green"])")), R"(["red","green"])"); }

TEST(MultiPicklist, has_one_order_and_no_doubles) {
    EXPECT_EQ(read_back(field, Json::parse(R"(["green", "red", "green"])")), R"(["red","green"])");
}

TEST(MultiPicklist, takes_an_empty_array_as_nothing) { EXPECT_EQ(read_back(field, Json::parse("[]")), "null"); }

TEST(MultiPicklist, refuses_other_kinds_of_json) {
    EXPECT_EQ(read_back(field, "red"), "wrong_type");
    EXPECT_EQ(read_back(field, Json::parse("[1]")), "wrong_type");
    EXPECT_EQ(read_back(field, Json::parse("[null]")), "wrong_type");
}

TEST(MultiPicklist, refuses_what_is_no_option) { EXPECT_EQ(read_back(field, Json::parse(R"(["pink"])")), "invalid_option"); }

TEST(MultiPicklist, splits_a_cell_at_semicolons_or_commas) {
    EXPECT_EQ(parsed(field, "Green; rot"), R"(["red","green"])");
    EXPECT_EQ(parsed(field, "green,red"), R"(["red","green"])");
    EXPECT_EQ(parsed(field, "; green;"), R"(["green"])");
}

TEST(MultiPicklist, knows_an_option_with_a_comma_in_a_cell) {
    EXPECT_EQ(parsed(field, "blue, dark"), R"(["Blue, dark"])");
    EXPECT_EQ(parsed(field, "red; blue, dark"), R"(["red","Blue, dark"])");
}

TEST(MultiPicklist, exports_what_it_can_read) {
    Value stored(";red;green;");
    EXPECT_EQ(field.type->text(Cell(stored), field), "red; green");
}

TEST(MultiPicklist, is_found_by_its_labels) {
    Value stored(";red;green;");
    EXPECT_EQ(field.type->search_text(Cell(stored), field), "Rot green");
}

TEST(MultiPicklist, refuses_a_semicolon_in_a_value) {
    EXPECT_EQ(setting_problem(multi_picklist_type(), R"({"options": ["a;b"]})"), "invalid_setting");
    Field open = field_of(multi_picklist_type(), R"({"restricted": false})");
    EXPECT_EQ(read_back(open, Json::parse(R"(["a;b"])")), "invalid_option");
    EXPECT_EQ(read_back(open, Json::parse(R"([""])")), "invalid_option");
}

}  // namespace
}  // namespace rapport::metadata::types

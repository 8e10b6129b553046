#include <gtest/gtest.h>

#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const Field field = field_of(multi_email_type());

TEST(MultiEmail, comes_back_as_it_was_sent) {
    EXPECT_EQ(
        read_back(field, Json::parse(R"([{"label": "work", "value": "Ada@example.com"}, {"label": "home", "value": "ada@example.org"}])")),
        R"([{"label":"work","value":"ada@example.com"},{"label":"home","value":"ada@example.org"}])");
}

TEST(MultiEmail, is_stored_as_it_is_shown) {
    EXPECT_EQ(field.type->read(Json::parse(R"(["ada@example.com"])"), field)->text(), R"([{"label":"work","value":"ada@example.com"}])");
}

TEST(MultiEmail, takes_an_empty_array_as_nothing) { EXPECT_EQ(read_back(field, Json::parse("[]")), "null"); }

TEST(MultiEmail, keeps_each_address_once) {
    EXPECT_EQ(read_back(field, Json::parse(R"(["a@example.com", {"label": "home", "value": "A@example.com"}])")),
              R"([{"label":"work","value":"a@example.com"}])");
}

TEST(MultiEmail, refuses_other_kinds_of_json) {
    for (auto bad :
         {R"("a@example.com")", "[1]", "[null]", "[{}]", R"([{"value": 1}])", R"([{"label": 1, "value": "a@example.com"}])", "{}"})
        EXPECT_EQ(read_back(field, Json::parse(bad)), "wrong_type") << bad;
}

TEST(MultiEmail, refuses_what_is_no_address) { EXPECT_EQ(read_back(field, Json::parse(R"(["ada"])")), "invalid_email"); }

TEST(MultiEmail, refuses_a_label_that_could_not_be_read_back) {
    EXPECT_EQ(read_back(field, Json::parse(R"([{"label": "a: b", "value": "a@example.com"}])")), "invalid_label");
    EXPECT_EQ(read_back(field, Json(Json::Array{Json(Json::Members{{"label", std::string(41, 'a')}, {"value", "a@example.com"}})})),
              "invalid_label");
}

TEST(MultiEmail, holds_fifty) {
    Json many(Json::Array{});
    for (int i = 0; i < 50; ++i) many.push("a" + std::to_string(i) + "@example.com");
    EXPECT_TRUE(field.type->read(many, field));
    many.push("b@example.com");
    EXPECT_EQ(read_back(field, many), "too_many");
}

TEST(MultiEmail, splits_a_cell) {
    EXPECT_EQ(parsed(field, "a@x.com; b@y.com"), R"([{"label":"work","value":"a@x.com"},{"label":"work","value":"b@y.com"}])");
    EXPECT_EQ(parsed(field, "a@x.com,b@y.com"), R"([{"label":"work","value":"a@x.com"},{"label":"work","value":"b@y.com"}])");
    EXPECT_EQ(parsed(field, "home: mailto:a@x.com"), R"([{"label":"home","value":"a@x.com"}])");
}

TEST(MultiEmail, exports_what_it_can_read) {
    Value stored =
        *field.type->read(Json::parse(R"([{"label": "home", "value": "a@x.com"}, {"label": "work", "value": "b@y.com"}])"), field);
    std::string cell = field.type->text(Cell(stored), field);
    EXPECT_EQ(cell, "home: a@x.com; work: b@y.com");
    EXPECT_EQ(field.type->parse(cell, field)->text(), stored.text());
}

TEST(MultiEmail, is_found_by_each_address) {
    Value stored = *field.type->read(Json::parse(R"(["a@x.com", "b@y.com"])"), field);
    EXPECT_EQ(field.type->search_text(Cell(stored), field), "a@x.com, b@y.com");
}

}  // namespace
}  // namespace rapport::metadata::types

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"
#include "query/select.h"
#include "query/testing/describe.h"

namespace rapport::query {
namespace {

std::string parsed(std::string_view json) { return testing::describe(parse_filter(Json::parse(json))); }
std::string error(std::string_view json) {
    try {
        return "no error: " + parsed(json);
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.code(), "invalid_filter");
        return failure.what();
    }
}

TEST(Filter, makes_the_same_tree_as_soql) {
    EXPECT_EQ(parsed(R"({"and": [{"field": "amount", "op": ">=", "value": 1000.50},
                                 {"or": [{"field": "account.name", "op": "=", "value": "x"}, {"not": {"field": "won", "op": "=", "value": true}}]}]})"),
              "(amount >= 1000.50 and (account.name = 'x' or not won = true))");
}

TEST(Filter, writes_contains_and_starts_with_as_patterns) {
    EXPECT_EQ(parsed(R"({"field": "name", "op": "contains", "value": "50%_\\"})"), R"(name like '%50\%\_\\%')");
    EXPECT_EQ(parsed(R"({"field": "name", "op": "starts_with", "value": "a"})"), "name like 'a%'");
}

TEST(Filter, writes_emptiness_as_null) {
    EXPECT_EQ(parsed(R"({"field": "name", "op": "is_empty"})"), "name = null");
    EXPECT_EQ(parsed(R"({"field": "name", "op": "is_not_empty"})"), "name != null");
}

TEST(Filter, reads_lists) {
    EXPECT_EQ(parsed(R"({"field": "stage", "op": "in", "value": ["a", 1, null]})"), "stage in ('a', 1, null)");
    EXPECT_EQ(parsed(R"({"field": "stage", "op": "in", "value": []})"), "stage in ()");
}

TEST(Filter, names_the_part_that_is_wrong) {
    EXPECT_THAT(error(R"({"field": "name", "op": "contians", "value": "x"})"), ::testing::HasSubstr("Did you mean \"contains\"?"));
    EXPECT_THAT(error(R"({"field": "name", "op": "="})"), ::testing::HasSubstr("\"name\" has no value"));
    EXPECT_THAT(error(R"({"field": "name"})"), ::testing::HasSubstr("\"name\" has no operator"));
    EXPECT_THAT(error(R"({"op": "="})"), ::testing::HasSubstr("names its field"));
    EXPECT_THAT(error(R"({"field": "a..b", "op": "=", "value": 1})"), ::testing::HasSubstr("\"a..b\" is not the name"));
    EXPECT_THAT(error(R"({"field": "name", "op": "=", "value": ["a"]})"), ::testing::HasSubstr("use \"in\""));
    EXPECT_THAT(error(R"({"field": "name", "op": "contains", "value": 1})"), ::testing::HasSubstr("as a string"));
    EXPECT_THAT(error(R"({"and": [], "or": []})"), ::testing::HasSubstr("no \"or\" beside \"and\""));
    EXPECT_THAT(error(R"({"and": {}})"), ::testing::HasSubstr("take a list"));
    EXPECT_THAT(error("[]"), ::testing::HasSubstr("A filter is an object"));
}

TEST(Filter, counts_related_records) {
    EXPECT_EQ(parsed(R"({"related": "tasks"})"), "count(select id from tasks) > 0");
    EXPECT_EQ(parsed(R"({"related": "tasks", "filter": {"field": "is_closed", "op": "=", "value": false}, "count": {"op": ">", "value": 2}})"),
              "count(select id from tasks where is_closed = false) > 2");
    EXPECT_THAT(error(R"({"related": 1})"), ::testing::HasSubstr("names a relation"));
    EXPECT_THAT(error(R"({"related": "tasks", "count": {"op": "like", "value": 2}})"), ::testing::HasSubstr("How many tasks"));
    EXPECT_THAT(error(R"({"related": "tasks", "count": {"op": ">", "value": "2"}})"), ::testing::HasSubstr("How many tasks"));
    EXPECT_THAT(error(R"({"related": "tasks", "op": "="})"), ::testing::HasSubstr("no \"op\" beside \"related\""));
}

TEST(Filter, refuses_deep_nesting) {
    std::string json = R"({"field": "a", "op": "is_empty"})";
    for (int i = 0; i < 60; ++i) json = R"({"not": )" + json + "}";
    EXPECT_THAT(error(json), ::testing::HasSubstr("nested too deeply"));
}

TEST(Sort, reads_directions_and_paths) {
    auto orders = parse_sort("-amount, account.name");
    ASSERT_EQ(orders.size(), 2u);
    EXPECT_TRUE(orders[0].descending);
    EXPECT_EQ(testing::describe(orders[1].term), "account.name");
}

TEST(Sort, takes_an_empty_text) { EXPECT_TRUE(parse_sort(" ").empty()); }

TEST(Sort, refuses_what_is_no_field) {
    EXPECT_THROW(parse_sort("amount,,name"), Failure);
    EXPECT_THROW(parse_sort("amount desc"), Failure);
    EXPECT_THROW(parse_sort("-"), Failure);
}

}  // namespace
}  // namespace rapport::query

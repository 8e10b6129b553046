#include "metadata/view_indexes.h"

#include <gtest/gtest.h>

#include "metadata/catalogue.h"

namespace rapport::metadata {
namespace {

std::vector<std::vector<std::string>> indexes_of(const std::string& views, const std::string& more = "") {
    Json boat = Json::parse(R"({"name": "boat", "number": 900, "fields": [{"name": "name", "type": "text"}, {"name": "length", "type": "integer"},
        {"name": "kind", "type": "picklist", "options": [{"value": "sail", "label": "Sail"}]}, {"name": "built_on", "type": "date"},
        {"name": "age", "type": "formula", "result": "integer", "formula": "length * 2"}], "list_views": )" + views + more + "}");
    Json user = Json::parse(R"({"name": "user", "number": 5, "owned": false, "fields": [{"name": "name", "type": "text"}]})");
    auto catalogue = Catalogue::build(std::vector{boat, user}, 1);
    std::vector<std::vector<std::string>> out;
    for (const Index& index : view_indexes(catalogue->object("boat"))) out.push_back(index.fields);
    return out;
}

using Fields = std::vector<std::vector<std::string>>;

TEST(ViewIndexes, are_by_what_a_view_filters_and_then_sorts_by) {
    EXPECT_EQ(indexes_of(R"([{"name": "a", "filter": {"and": [{"field": "kind", "op": "=", "value": "sail"}, {"field": "length", "op": ">", "value": 3}]}, "sort": "-built_on,name"}])"),
              (Fields{{"kind", "-built_on"}}));
}

TEST(ViewIndexes, are_not_made_twice) {
    EXPECT_EQ(indexes_of(R"([{"name": "a", "sort": "built_on"}, {"name": "b", "sort": "-built_on"}, {"name": "c", "sort": "-length"}])",
                         R"(, "indexes": [{"fields": ["-length", "kind"]}])"),
              (Fields{{"built_on"}}));
}

TEST(ViewIndexes, need_a_column_that_has_none_yet) {
    EXPECT_EQ(indexes_of(R"([{"name": "a", "sort": "name"}, {"name": "b", "sort": "age"}, {"name": "c", "sort": "owner.name"}, {"name": "d"}])"), Fields{});
    EXPECT_EQ(indexes_of(R"([{"name": "a", "sort": "built_on"}])", R"(, "administrative": true)"), Fields{});
}

}  // namespace
}  // namespace rapport::metadata

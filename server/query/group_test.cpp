#include <gmock/gmock.h>

#include "query/testing/workspace.h"

namespace rapport::query {
namespace {

using ::testing::HasSubstr;

class Groups : public testing::Workspace {
protected:
    Groups() {
        std::int64_t won = insert("stage", {{"name", "Won"}});
        std::int64_t lost = insert("stage", {{"name", "Lost"}});
        auto deal = [&](const char* name, Value stage, Value amount, Value base, Value day) {
            insert("opportunity", {{"name", name}, {"stage_id", stage}, {"amount", amount}, {"amount_base", base}, {"close_date", day},
                                   {"probability", 1000}});
        };
        deal("A", won, 1'000, 1'100, Date::of(2025, 12, 31).days());
        deal("B", won, 2'001, 2'201, Date::of(2026, 1, 1).days());
        deal("C", lost, 500, 500, Date::of(2026, 5, 3).days());
        deal("D", lost, {}, {}, Date::of(2026, 5, 9).days());
        deal("E", {}, 7, 7, {});
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Groups, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Groups, count_records) {
    EXPECT_EQ(ask("SELECT COUNT() FROM opportunity"), R"([{"expr0":5}])");
    EXPECT_EQ(ask("SELECT COUNT(amount) amounts, COUNT_DISTINCT(stage_id) FROM opportunity"), R"([{"amounts":4,"expr0":2}])");
    EXPECT_EQ(ask("SELECT COUNT() FROM opportunity WHERE amount > 1000000"), R"([{"expr0":0}])");
}

TEST_P(Groups, compute_in_the_currency_of_the_organization) {
    EXPECT_EQ(ask("SELECT SUM(amount) total, AVG(amount), MIN(amount) least, MAX(amount) most FROM opportunity"),
              R"([{"total":38.08,"expr0":9.52,"least":0.07,"most":22.01}])");
}

TEST_P(Groups, sum_up_nothing_as_null) { EXPECT_EQ(ask("SELECT SUM(amount) FROM opportunity WHERE name = 'D'"), R"([{"expr0":null}])"); }

TEST_P(Groups, find_the_least_and_greatest_of_any_type) {
    EXPECT_EQ(ask("SELECT MIN(name) a, MAX(close_date) b, MIN(is_won) c FROM opportunity"), R"([{"a":"A","b":"2026-05-09","c":false}])");
}

TEST_P(Groups, are_walked_along_an_index_that_holds_all_that_is_asked_of_them) {
    auto refuses_index = [&](const char* soql) { return compiled(parse_soql(soql)).sql().find("+t0") != std::string::npos; };
    EXPECT_FALSE(refuses_index("SELECT stage_id, COUNT(id), SUM(amount) FROM opportunity GROUP BY stage_id"));
    EXPECT_EQ(refuses_index("SELECT stage_id, MIN(name) FROM opportunity GROUP BY stage_id"), dialect().name() == "sqlite");
    EXPECT_EQ(testing::without_ids(ask("SELECT stage_id, COUNT(id) n, SUM(amount) total FROM opportunity GROUP BY stage_id ORDER BY SUM(amount) DESC")),
              testing::without_ids(ask("SELECT stage_id, COUNT(id) n, SUM(amount) total FROM opportunity WHERE name != 'nobody' GROUP BY stage_id ORDER BY SUM(amount) DESC")));
}

TEST_P(Groups, gather_by_a_related_field) {
    EXPECT_EQ(ask("SELECT stage.name, COUNT(id) n, SUM(amount) FROM opportunity GROUP BY stage.name"),
              R"([{"stage":{"name":null},"n":1,"expr0":0.07},{"stage":{"name":"Lost"},"n":2,"expr0":5},{"stage":{"name":"Won"},"n":2,"expr0":33.01}])");
}

TEST_P(Groups, gather_by_parts_of_dates) {
    EXPECT_EQ(ask("SELECT CALENDAR_YEAR(close_date) year, CALENDAR_QUARTER(close_date) quarter, COUNT() n FROM opportunity "
                  "WHERE close_date != null GROUP BY CALENDAR_YEAR(close_date), CALENDAR_QUARTER(close_date)"),
              R"([{"year":2025,"quarter":4,"n":1},{"year":2026,"quarter":1,"n":1},{"year":2026,"quarter":2,"n":2}])");
}

TEST_P(Groups, know_the_fiscal_year) {
    context_.fiscal_year_start_month = 4;
    EXPECT_EQ(ask("SELECT FISCAL_YEAR(close_date) y, FISCAL_QUARTER(close_date) q, FISCAL_MONTH(close_date) m, COUNT() n FROM opportunity "
                  "WHERE close_date != null GROUP BY FISCAL_YEAR(close_date), FISCAL_QUARTER(close_date), FISCAL_MONTH(close_date)"),
              R"([{"y":2026,"q":3,"m":9,"n":1},{"y":2026,"q":4,"m":10,"n":1},{"y":2027,"q":1,"m":2,"n":2}])");
}

TEST_P(Groups, keep_those_that_meet_having) {
    EXPECT_EQ(ask("SELECT stage.name FROM opportunity GROUP BY stage.name HAVING COUNT(id) > 1 AND SUM(amount) > 10"), R"([{"stage":{"name":"Won"}}])");
    EXPECT_EQ(ask("SELECT stage.name, COUNT(id) n FROM opportunity GROUP BY stage.name HAVING n = 1"), R"([{"stage":{"name":null},"n":1}])");
}

TEST_P(Groups, sort_by_aggregates_and_aliases) {
    EXPECT_EQ(ask("SELECT stage.name FROM opportunity GROUP BY stage.name ORDER BY SUM(amount) DESC LIMIT 1"), R"([{"stage":{"name":"Won"}}])");
    EXPECT_EQ(ask("SELECT stage.name, SUM(amount) total FROM opportunity GROUP BY stage.name ORDER BY total LIMIT 1"),
              R"([{"stage":{"name":null},"total":0.07}])");
}

TEST_P(Groups, roll_up_to_subtotals) {
    EXPECT_EQ(ask("SELECT stage.name, CALENDAR_YEAR(close_date) year, COUNT(id) n, GROUPING(stage.name) all_stages FROM opportunity "
                  "WHERE stage.name != null AND close_date != null GROUP BY ROLLUP(stage.name, CALENDAR_YEAR(close_date))"),
              R"([{"stage":{"name":"Lost"},"year":2026,"n":2,"all_stages":0},{"stage":{"name":"Lost"},"year":null,"n":2,"all_stages":0},)"
              R"({"stage":{"name":"Won"},"year":2025,"n":1,"all_stages":0},{"stage":{"name":"Won"},"year":2026,"n":1,"all_stages":0},)"
              R"({"stage":{"name":"Won"},"year":null,"n":2,"all_stages":0},{"stage":{"name":null},"year":null,"n":4,"all_stages":1}])");
}

TEST_P(Groups, tell_a_subtotal_from_the_group_without_a_value) {
    EXPECT_EQ(ask("SELECT stage.name, SUM(amount) total, GROUPING(stage.name) g FROM opportunity GROUP BY ROLLUP(stage.name)"),
              R"([{"stage":{"name":null},"total":0.07,"g":0},{"stage":{"name":"Lost"},"total":5,"g":0},{"stage":{"name":"Won"},"total":33.01,"g":0},)"
              R"({"stage":{"name":null},"total":38.08,"g":1}])");
}

TEST_P(Groups, cube_every_combination) {
    EXPECT_EQ(ask("SELECT GROUPING(stage.name) s, GROUPING(close_date) d, COUNT(id) n FROM opportunity WHERE stage.name = 'Won' "
                  "GROUP BY CUBE(stage.name, close_date) ORDER BY COUNT(id) DESC, GROUPING(stage.name), GROUPING(close_date)"),
              R"([{"s":0,"d":1,"n":2},{"s":1,"d":1,"n":2},{"s":0,"d":0,"n":1},{"s":0,"d":0,"n":1},{"s":1,"d":0,"n":1},{"s":1,"d":0,"n":1}])");
}

TEST_P(Groups, page_through_subtotals_and_keep_those_that_meet_having) {
    EXPECT_EQ(ask("SELECT stage.name, COUNT(id) n FROM opportunity GROUP BY ROLLUP(stage.name) HAVING COUNT(id) > 1"),
              R"([{"stage":{"name":"Lost"},"n":2},{"stage":{"name":"Won"},"n":2},{"stage":{"name":null},"n":5}])");
    EXPECT_EQ(ask("SELECT stage.name, COUNT(id) n FROM opportunity GROUP BY ROLLUP(stage.name) LIMIT 1 OFFSET 3"), R"([{"stage":{"name":null},"n":5}])");
    EXPECT_EQ(ask("SELECT stage.name, COUNT(id) n FROM opportunity WHERE name = 'nobody' GROUP BY ROLLUP(stage.name)"), "[]");
}

TEST_P(Groups, refuse_subtotals_of_too_much) {
    EXPECT_THAT(error("SELECT COUNT(id) FROM opportunity GROUP BY CUBE(name, amount, close_date, stage_id)"), HasSubstr("at most 3 fields"));
    EXPECT_THAT(error("SELECT GROUPING(name) FROM opportunity GROUP BY name"), HasSubstr("GROUPING() takes a field of GROUP BY ROLLUP"));
    EXPECT_THAT(error("SELECT COUNT(id) FROM opportunity GROUP BY ROLLUP(name"), HasSubstr("soql_syntax"));
}

TEST_P(Groups, say_what_is_not_grouped) {
    EXPECT_THAT(error("SELECT name, COUNT(id) FROM opportunity"), HasSubstr("not_grouped: Line 1, column 8: \"name\" has many values in a group"));
    EXPECT_THAT(error("SELECT COUNT(id) FROM opportunity GROUP BY stage_id ORDER BY name"), HasSubstr("not_grouped"));
    EXPECT_THAT(error("SELECT name FROM opportunity WHERE COUNT(id) > 1"), HasSubstr("put it in HAVING"));
    EXPECT_THAT(error("SELECT FIELDS(ALL) FROM opportunity GROUP BY name"), HasSubstr("FIELDS() cannot be grouped"));
}

TEST_P(Groups, refuse_functions_of_other_types) {
    EXPECT_THAT(error("SELECT SUM(name) FROM opportunity"), HasSubstr("sum() takes a number; \"name\" is none"));
    EXPECT_THAT(error("SELECT CALENDAR_YEAR(amount) FROM opportunity"), HasSubstr("takes a date"));
    EXPECT_THAT(error("SELECT SUMM(amount) FROM opportunity"), HasSubstr("Did you mean \"sum\"?"));
}

}  // namespace
}  // namespace rapport::query

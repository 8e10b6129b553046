#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"
#include "query/select.h"
#include "query/testing/describe.h"

namespace rapport::query {
namespace {

std::string parsed(std::string_view soql) { return testing::describe(parse_soql(soql)); }
std::string where(std::string_view condition) {
    return testing::describe(*parse_soql("SELECT id FROM account WHERE " + std::string(condition)).where);
}
std::string error(std::string_view soql) {
    try {
        return "no error: " + parsed(soql);
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.code(), "soql_syntax");
        return failure.what();
    }
}

TEST(Soql, reads_every_clause) {
    EXPECT_EQ(parsed("SELECT stage.name, SUM(amount) total FROM opportunity WHERE amount > 5 GROUP BY stage.name "
                     "HAVING COUNT(id) > 2 ORDER BY SUM(amount) DESC NULLS LAST, stage.name LIMIT 10 OFFSET 20"),
              "select stage.name, sum(amount) total from opportunity where amount > 5 group by stage.name "
              "having count(id) > 2 order by sum(amount) desc nulls last, stage.name limit 10 offset 20");
}

TEST(Soql, reads_child_subqueries) {
    EXPECT_EQ(parsed("select name, (select last_name from contacts where email != null limit 3) from account"),
              "select name (select last_name from contacts where email != null limit 3) from account");
}

TEST(Soql, reads_fields_functions) {
    EXPECT_EQ(parsed("SELECT FIELDS(ALL) FROM account"), "select fields(all) from account");
    EXPECT_EQ(parsed("SELECT fields(custom) FROM account"), "select fields(custom) from account");
}

TEST(Soql, takes_names_that_are_keywords_elsewhere) {
    EXPECT_EQ(parsed("SELECT order.number, limit FROM order ORDER BY order.number"),
              "select order.number, limit from order order by order.number");
}

TEST(Soql, reads_an_alias_of_the_object) {
    EXPECT_EQ(parsed("SELECT a.name FROM account a WHERE a.name = 'x'"), "select a.name from account a where a.name = 'x'");
}

TEST(Soql, binds_and_tighter_than_or) { EXPECT_EQ(where("a = 1 OR b = 2 AND c = 3"), "(a = 1 or (b = 2 and c = 3))"); }

TEST(Soql, binds_not_tightest) { EXPECT_EQ(where("NOT a = 1 AND b = 2"), "(not a = 1 and b = 2)"); }

TEST(Soql, follows_parentheses) { EXPECT_EQ(where("(a = 1 OR b = 2) AND NOT (c = 3)"), "((a = 1 or b = 2) and not c = 3)"); }

TEST(Soql, reads_every_kind_of_value) {
    EXPECT_EQ(where("a IN ('x', -1.5, 1e3, 2026-11-21, 2026-11-21T09:30:00+01:00, TRUE, null, last_n_days:30)"),
              "a in ('x', -1.5, 1e3, 2026-11-21, 2026-11-21T09:30:00+01:00, true, null, LAST_N_DAYS:30)");
}

TEST(Soql, reads_every_comparison) {
    EXPECT_EQ(where("a <> 1 AND b <= 2 AND c >= 3 AND d NOT IN (4) AND e INCLUDES ('x;y','z') AND f EXCLUDES ('x')"),
              "(a != 1 and b <= 2 and c >= 3 and d not in 4 and e includes ('x;y', 'z') and f excludes 'x')");
}

TEST(Soql, reads_not_like) { EXPECT_EQ(where("name NOT LIKE 'a%'"), "not name like 'a%'"); }

TEST(Soql, reads_semi_and_anti_joins) {
    EXPECT_EQ(where("id IN (SELECT account_id FROM contact) AND id NOT IN (SELECT account_id FROM case)"),
              "(id in (select account_id from contact) and id not in (select account_id from case))");
}

TEST(Soql, reads_functions_in_conditions) { EXPECT_EQ(where("CALENDAR_YEAR(close_date) = 2026"), "calendar_year(close_date) = 2026"); }

TEST(Soql, undoes_escapes_in_strings) {
    EXPECT_EQ(where(R"(name = 'O\'Neill \"x\" \\ \n\u00e9\uD83D\uDE00 50\%')"), "name = 'O'Neill \"x\" \\ \n\u00e9\U0001F600 50%'");
}

TEST(Soql, keeps_escapes_for_like) { EXPECT_EQ(where(R"(name LIKE '50\%\_\\%')"), R"(name like '50\%\_\\%')"); }

TEST(Soql, names_line_and_column) {
    EXPECT_EQ(error("SELECT name\nFROM account\nWHERE name"),
              "Line 3, column 11: expected a comparison: =, !=, <, <=, >, >=, LIKE, IN, NOT IN, INCLUDES or EXCLUDES, but the query ends here.");
}

TEST(Soql, counts_columns_in_characters) {
    EXPECT_THAT(error("SELECT id FROM account WHERE name = 'Müller' ! "), ::testing::StartsWith("Line 1, column 46:"));
}

TEST(Soql, suggests_the_keyword_that_was_meant) {
    EXPECT_THAT(error("SELCT name FROM account"), ::testing::HasSubstr("Did you mean SELECT?"));
    EXPECT_THAT(error("SELECT name FROM account WHER name = 'x'"), ::testing::HasSubstr("Did you mean WHERE?"));
    EXPECT_THAT(error("SELECT name FROM account ORDER BY name LIMT 5"), ::testing::HasSubstr("Did you mean LIMIT?"));
}

TEST(Soql, says_what_is_missing) {
    EXPECT_THAT(error("SELECT name"), ::testing::HasSubstr("expected \",\" or FROM, but the query ends here"));
    EXPECT_THAT(error("SELECT id FROM account WHERE name = Acme"), ::testing::HasSubstr("expected a value: a 'string'"));
    EXPECT_THAT(error("SELECT id FROM account WHERE (a = 1"), ::testing::HasSubstr("AND, OR or \")\""));
    EXPECT_THAT(error("SELECT id FROM account LIMIT x"), ::testing::HasSubstr("a whole number after LIMIT"));
    EXPECT_THAT(error("SELECT id FROM account WHERE d = LAST_N_DAYS"), ::testing::HasSubstr("write it as LAST_N_DAYS:30"));
    EXPECT_THAT(error("SELECT id FROM account WHERE name = 'x"), ::testing::HasSubstr("this string has no end"));
    EXPECT_THAT(error(R"(SELECT id FROM account WHERE name = 'x\q')"), ::testing::HasSubstr("unknown escape"));
    EXPECT_THAT(error("SELECT id FROM account; DROP"), ::testing::HasSubstr("\";\" has no meaning here"));
}

TEST(Soql, refuses_deep_nesting) {
    std::string soql = "SELECT id FROM account WHERE " + std::string(10'000, '(') + "a = 1";
    EXPECT_THAT(error(soql), ::testing::HasSubstr("nested too deeply"));
    std::string nots = "SELECT id FROM account WHERE ";
    for (int i = 0; i < 10'000; ++i) nots += "NOT ";
    EXPECT_THAT(error(nots + "a = 1"), ::testing::HasSubstr("nested too deeply"));
}

TEST(Soql, refuses_what_is_not_utf8) { EXPECT_THAT(error("SELECT \xff FROM a"), ::testing::HasSubstr("UTF-8")); }

TEST(Soql, accepts_words_that_ask_for_rights) { EXPECT_EQ(parsed("SELECT id FROM account WITH SECURITY_ENFORCED"), "select id from account"); }

}  // namespace
}  // namespace rapport::query

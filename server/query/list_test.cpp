#include <fmt/format.h>
#include <gmock/gmock.h>

#include "query/testing/workspace.h"

namespace rapport::query {
namespace {

using testing::without_ids;
using ::testing::HasSubstr;

class Lists : public testing::Workspace {
protected:
    Lists() {
        ada_ = insert("user", {{"name", "Ada"}});
        bob_ = insert("user", {{"name", "Bob"}, {"manager_id", ada_}});
        acme_ = insert("account", {{"name", "Acme"}, {"owner_id", ada_}, {"industry", "banking"}, {"employees", 500}});
        zeta_ = insert("account", {{"name", "Zeta"}, {"owner_id", bob_}, {"parent_id", acme_}});
        won_ = insert("stage", {{"name", "Won"}});
        insert("opportunity", {{"name", "A"}, {"account_id", acme_}, {"amount", 100'050}, {"close_date", Date::of(2026, 11, 21).days()},
                               {"stage_id", won_}, {"is_won", 1}, {"owner_id", ada_}, {"probability", 5000}});
        insert("opportunity", {{"name", "B"}, {"account_id", zeta_}, {"amount", 5'000}, {"close_date", Date::of(2026, 10, 1).days()},
                               {"is_won", 0}, {"owner_id", bob_}, {"signed_at", DateTime::parse("2026-11-20T23:30:00Z")->microseconds()}});
        insert("opportunity", {{"name", "C"}, {"owner_id", bob_}, {"next_step", "Call \"him\""}});
    }
    std::int64_t ada_ = 0, bob_ = 0, acme_ = 0, zeta_ = 0, won_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Engines, Lists, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Lists, write_values_as_json) {
    EXPECT_EQ(without_ids(ask("SELECT name, amount, close_date, is_won, signed_at, next_step FROM opportunity WHERE name != 'A' ORDER BY name")),
              R"([{"name":"B","amount":50,"close_date":"2026-10-01","is_won":false,"signed_at":"2026-11-20T23:30:00Z","next_step":null},)"
              R"({"name":"C","amount":null,"close_date":null,"is_won":false,"signed_at":null,"next_step":"Call \"him\""}])");
}

TEST_P(Lists, begin_every_record_with_its_id) {
    EXPECT_EQ(ask("SELECT name FROM account WHERE name = 'Acme'"), R"([{"id":")" + RecordId(acme_).text() + R"(","name":"Acme"}])");
}

TEST_P(Lists, nest_related_records) {
    EXPECT_EQ(without_ids(ask("SELECT account.name, name, account.owner.name, account.parent.name FROM opportunity WHERE name = 'B'")),
              R"([{"account":{"name":"Zeta","owner":{"name":"Bob"},"parent":{"name":"Acme"}},"name":"B"}])");
}

TEST_P(Lists, write_null_for_a_record_that_is_not_there) {
    EXPECT_EQ(without_ids(ask("SELECT name, account.name, account.owner.name FROM opportunity WHERE name = 'C'")), R"([{"name":"C","account":null}])");
}

TEST_P(Lists, know_the_spellings_of_salesforce) {
    EXPECT_EQ(without_ids(ask("SELECT Name, StageName, CloseDate FROM Opportunity WHERE Account.NumberOfEmployees > 1")),
              R"([{"name":"A","stage":{"name":"Won"},"close_date":"2026-11-21"}])");
}

TEST_P(Lists, take_all_fields_when_none_is_named) {
    Select select;
    select.object = "stage";
    EXPECT_THAT(ask(select), HasSubstr(R"("name":"Won","created_at":null)"));
}

TEST_P(Lists, take_groups_of_fields) {
    EXPECT_EQ(without_ids(ask("SELECT FIELDS(CUSTOM) FROM opportunity WHERE name = 'C'")), R"([{"next_step":"Call \"him\""}])");
    EXPECT_THAT(ask("SELECT FIELDS(STANDARD) FROM opportunity WHERE name = 'C'"), ::testing::Not(HasSubstr("next_step")));
}

TEST_P(Lists, compare_numbers_at_the_field_s_scale) {
    EXPECT_EQ(names_where("amount = 1000.5"), "A");
    EXPECT_EQ(names_where("amount > 50"), "A");
    EXPECT_EQ(names_where("amount >= 50.00"), "A B");
    EXPECT_EQ(names_where("amount < 50.001"), "B");
    EXPECT_EQ(names_where("amount > 49.999"), "A B");
    EXPECT_EQ(names_where("amount = 50.001"), "");
    EXPECT_EQ(names_where("amount != 50.001"), "A B C");
    EXPECT_EQ(names_where("amount > -0.001"), "A B");
}

TEST_P(Lists, count_the_empty_among_the_unequal) {
    EXPECT_EQ(names_where("amount != 50"), "A C");
    EXPECT_EQ(names_where("NOT amount = 50"), "A C");
    EXPECT_EQ(names_where("NOT amount > 50"), "B C");
    EXPECT_EQ(names_where("amount NOT IN (50, 60)"), "A C");
    EXPECT_EQ(names_where("amount = null"), "C");
    EXPECT_EQ(names_where("amount != null"), "A B");
    EXPECT_EQ(names_where("amount IN (50, null)"), "B C");
}

TEST_P(Lists, take_an_unset_checkbox_for_unchecked) {
    EXPECT_EQ(names_where("is_won = false"), "B C");
    EXPECT_EQ(names_where("is_won = true"), "A");
    EXPECT_EQ(names_where("is_won != true"), "B C");
    EXPECT_EQ(names_where("is_won != false"), "A");
}

TEST_P(Lists, compare_text_by_the_rules_of_people) {
    EXPECT_EQ(names("SELECT name FROM account WHERE name = 'ACME'"), "Acme");
    EXPECT_EQ(names("SELECT name FROM account WHERE name LIKE '_cM%'"), "Acme");
    EXPECT_EQ(names("SELECT name FROM account WHERE name LIKE '%\\_%'"), "");
    EXPECT_EQ(names("SELECT name FROM account WHERE name IN ('acme', 'x')"), "Acme");
    EXPECT_EQ(names("SELECT name FROM account WHERE name IN ('acme', 'b', 'c', 'd', 'e', 'f')"), "Acme");
}

TEST_P(Lists, find_every_text_that_begins_so) {
    for (const char* name : {"ab", "AB c", "Ábel", "ab\u00e9", "Abæ", "ab\U0001F600", "ab-x", "ab\u200bx", "ab中", "abเก", "ac", "b", "a b"})
        insert("account", {{"name", name}});
    EXPECT_EQ(names("SELECT name FROM account WHERE name LIKE 'ab%' ORDER BY id"), "ab AB c ab\u00e9 Abæ ab\U0001F600 ab-x ab\u200bx ab中 abเก");
    EXPECT_EQ(names("SELECT name FROM account WHERE name LIKE 'a b%'"), "a b");
    EXPECT_EQ(names("SELECT name FROM account WHERE name LIKE 'á%'"), "Ábel");
}

TEST_P(Lists, compare_picklists_by_value_or_label) {
    EXPECT_EQ(names("SELECT name FROM account WHERE industry = 'Banking'"), "Acme");
    EXPECT_THAT(error("SELECT name FROM account WHERE industry = 'bankng'"), HasSubstr("invalid_option: Line 1, column 43: \"bankng\" is not a value of \"industry\". Did you mean \"banking\"?"));
}

TEST_P(Lists, search_sets_of_values) {
    insert("contact", {{"last_name", "Golfer"}, {"interests", ";golf;"}});
    insert("contact", {{"last_name", "Both"}, {"interests", ";golf;wine;"}});
    insert("contact", {{"last_name", "None"}});
    EXPECT_EQ(names("SELECT last_name FROM contact WHERE interests INCLUDES ('golf')"), "Golfer Both");
    EXPECT_EQ(names("SELECT last_name FROM contact WHERE interests INCLUDES ('wine;golf', 'sailing')"), "Both");
    EXPECT_EQ(names("SELECT last_name FROM contact WHERE interests EXCLUDES ('wine')"), "Golfer None");
}

TEST_P(Lists, know_date_words) {
    EXPECT_EQ(names_where("close_date = TODAY"), "A");
    EXPECT_EQ(names_where("close_date = THIS_QUARTER"), "A B");
    EXPECT_EQ(names_where("close_date < THIS_MONTH"), "B");
    EXPECT_EQ(names_where("close_date <= THIS_MONTH"), "A B");
    EXPECT_EQ(names_where("close_date > LAST_MONTH"), "A");
    EXPECT_EQ(names_where("close_date != THIS_MONTH"), "B C");
    EXPECT_EQ(names_where("close_date IN (TODAY, LAST_MONTH)"), "A B");
    EXPECT_EQ(names_where("close_date = 2026-10-01"), "B");
}

TEST_P(Lists, take_days_in_the_zone_of_the_asker) {
    EXPECT_EQ(names_where("signed_at = YESTERDAY"), "B");
    context_.zone = *TimeZone::find("Europe/Berlin");
    EXPECT_EQ(names_where("signed_at = YESTERDAY"), "");
    EXPECT_EQ(names_where("signed_at = TODAY"), "B");
    EXPECT_EQ(names_where("signed_at = 2026-11-21"), "B");
    EXPECT_EQ(names_where("signed_at < 2026-11-21T00:45:00+01:00"), "B");
    EXPECT_EQ(names_where("DAY_ONLY(signed_at) = 2026-11-21"), "B");
}

TEST_P(Lists, filter_by_related_records) {
    EXPECT_EQ(names_where("account.name = 'Zeta'"), "B");
    EXPECT_EQ(names_where("account.parent.owner.name = 'Ada'"), "B");
    EXPECT_EQ(names_where("account.name = null"), "C");
    EXPECT_EQ(names("SELECT name FROM opportunity ORDER BY account.name DESC"), "B A C");
}

TEST_P(Lists, compare_references_by_id) {
    context_.user = RecordId(bob_);
    EXPECT_EQ(names_where("account_id = '" + RecordId(acme_).text() + "'"), "A");
    EXPECT_EQ(names_where("owner = 'me'"), "B C");
    EXPECT_EQ(names_by_filter("opportunity", R"({"field": "owner_id", "op": "=", "value": "me"})"), "B C");
    EXPECT_THAT(error("SELECT id FROM opportunity WHERE account_id = 'x'"), HasSubstr("invalid_id"));
}

TEST_P(Lists, follow_semi_and_anti_joins) {
    EXPECT_EQ(names("SELECT name FROM account WHERE id IN (SELECT account_id FROM opportunity WHERE amount > 100)"), "Acme");
    EXPECT_EQ(names("SELECT name FROM account WHERE id NOT IN (SELECT account_id FROM opportunity WHERE amount > 100)"), "Zeta");
    EXPECT_EQ(names("SELECT name FROM account WHERE id NOT IN (SELECT account_id FROM opportunity)"), "");
    EXPECT_EQ(names_where("account_id IN (SELECT id FROM account WHERE parent.name = 'Acme')"), "B");
    EXPECT_THAT(error("SELECT id FROM account WHERE id IN (SELECT name FROM opportunity)"), HasSubstr("different kinds of values"));
    EXPECT_THAT(error("SELECT id FROM account WHERE id IN (SELECT id, name FROM opportunity)"), HasSubstr("exactly one field"));
}

TEST_P(Lists, read_filters) {
    EXPECT_EQ(names_by_filter("opportunity", R"({"and": [{"field": "close_date", "op": "=", "value": "THIS_QUARTER"},
                                                         {"field": "account.name", "op": "contains", "value": "CM"}]})"), "A");
    EXPECT_EQ(names_by_filter("opportunity", R"({"field": "amount", "op": "is_empty"})"), "C");
    EXPECT_EQ(names_by_filter("opportunity", R"({"field": "signed_at", "op": "<", "value": "2026-11-21"})"), "B");
    EXPECT_EQ(names_by_filter("opportunity", R"({"field": "name", "op": "in", "value": []})"), "");
    EXPECT_EQ(names_by_filter("opportunity", R"({"and": []})"), "A B C");
}

TEST_P(Lists, count_related_records) {
    auto accounts = [&](std::string_view filter) { return names_by_filter("account", filter); };
    insert("opportunity", {{"name", "D"}, {"account_id", acme_}, {"amount", 1}});
    EXPECT_EQ(accounts(R"({"related": "opportunities"})"), "Acme Zeta");
    EXPECT_EQ(accounts(R"({"related": "opportunities", "count": {"op": ">", "value": 1}})"), "Acme");
    EXPECT_EQ(accounts(R"({"related": "opportunities", "filter": {"field": "amount", "op": ">", "value": 1}, "count": {"op": "=", "value": 1}})"), "Acme Zeta");
    EXPECT_EQ(accounts(R"({"related": "opportunities", "filter": {"field": "amount", "op": ">", "value": 100}, "count": {"op": "=", "value": 0}})"), "Zeta");
    EXPECT_EQ(accounts(R"({"not": {"related": "subsidiaries", "filter": {"related": "opportunities"}}})"), "Zeta");
    EXPECT_EQ(accounts(R"({"related": "opportunities", "filter": {"field": "owner.name", "op": "=", "value": "Bob"}, "count": {"op": "!=", "value": 0}})"), "Zeta");
    EXPECT_THAT(error_by_filter("account", R"({"related": "oportunities"})"), HasSubstr("Did you mean \"opportunities\"?"));
    EXPECT_THAT(error_by_filter("account", R"({"related": "opportunities", "count": {"op": ">", "value": 1.5}})"), HasSubstr("whole numbers"));
}

TEST_P(Lists, count_only_what_may_be_seen) {
    rows_["opportunity"] = Predicate::never();
    EXPECT_EQ(names_by_filter("account", R"({"related": "opportunities"})"), "");
    rows_.clear();
    hidden_.insert("opportunity.account_id");
    EXPECT_THAT(error_by_filter("account", R"({"related": "opportunities"})"), HasSubstr("has no children"));
}

TEST_P(Lists, nest_children) {
    EXPECT_EQ(without_ids(ask("SELECT name, (SELECT name FROM opportunities WHERE amount > 1), (SELECT name FROM subsidiaries) FROM account ORDER BY name")),
              R"([{"name":"Acme","opportunities":[{"name":"A"}],"subsidiaries":[{"name":"Zeta"}]},)"
              R"({"name":"Zeta","opportunities":[{"name":"B"}],"subsidiaries":[]}])");
}

TEST_P(Lists, limit_and_sort_children_of_each_record) {
    for (const char* name : {"D", "E", "F"}) insert("opportunity", {{"name", name}, {"account_id", acme_}});
    EXPECT_EQ(without_ids(ask("SELECT (SELECT name FROM opportunities ORDER BY name DESC LIMIT 2) FROM account ORDER BY name")),
              R"([{"opportunities":[{"name":"F"},{"name":"E"}]},{"opportunities":[{"name":"B"}]}])");
}

TEST_P(Lists, leave_the_trash_out) {
    database().write([&](storage::Session& session) { session.execute("UPDATE opportunity SET deleted_at = 1 WHERE name = 'A'"); });
    database().write([&](storage::Session& session) { session.execute("UPDATE account SET deleted_at = 1 WHERE name = 'Zeta'"); });
    EXPECT_EQ(names_where("name != ''"), "B C");
    EXPECT_EQ(names_where("account.name = null"), "B C");
    trash_ = Restricted::Trash::Only;
    EXPECT_EQ(names_where("name != ''"), "A");
    trash_ = Restricted::Trash::Include;
    EXPECT_EQ(names_where("name != ''"), "A B C");
}

TEST_P(Lists, obey_limit_and_offset) {
    EXPECT_EQ(names("SELECT name FROM opportunity ORDER BY name LIMIT 1 OFFSET 1"), "B");
    EXPECT_EQ(names("SELECT name FROM opportunity ORDER BY name LIMIT 0"), "");
}

TEST_P(Lists, give_rows_as_values) {
    Statement statement = compiled(parse_soql("SELECT name, account.name owner_name, amount FROM opportunity ORDER BY name LIMIT 2"));
    std::string out;
    for (const Column& column : columns(statement)) out += column.name + " ";
    database().read([&](storage::Session& session) {
        for_each_row(session, statement, [&](const std::vector<Cell>& cells) {
            out += fmt::format("{} {} {} ", cells[1].text(), cells[2].text(), cells[3].integer());
        });
    });
    EXPECT_EQ(out, "id name owner_name amount A Acme 100050 B Zeta 5000 ");
}

TEST_P(Lists, ask_for_one_record_without_sorting) {
    Statement statement = compiled(parse_soql("SELECT name FROM account WHERE id = '" + RecordId(acme_).text() + "' ORDER BY name"));
    EXPECT_THAT(statement.sql(), ::testing::Not(HasSubstr("ORDER BY")));
}

TEST_P(Lists, are_answered_as_deep_as_they_are_read) {
    std::string condition = "name = 'Acme'";
    for (int i = 0; i < 22; ++i) condition = i % 2 ? "(name = 'x' OR " + condition + ")" : "(name != 'x' AND " + condition + ")";
    EXPECT_EQ(names("SELECT name FROM account WHERE " + condition), "Acme");
}

TEST_P(Lists, keep_values_out_of_the_text) {
    EXPECT_EQ(compiled(parse_soql("SELECT name FROM account WHERE name = 'x' AND employees IN (1, 2) LIMIT 5")).sql(),
              compiled(parse_soql("SELECT name FROM account WHERE name = 'y' AND employees IN (3, 4) LIMIT 6")).sql());
}

}  // namespace
}  // namespace rapport::query

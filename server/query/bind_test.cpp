#include <gmock/gmock.h>

#include "query/testing/workspace.h"

namespace rapport::query {
namespace {

using ::testing::HasSubstr;

class Binding : public testing::Workspace {};
INSTANTIATE_TEST_SUITE_P(Engines, Binding, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Binding, suggests_the_name_that_was_meant) {
    EXPECT_EQ(error("SELECT nmae FROM account"), "unknown_field: Line 1, column 8: account has no field \"nmae\". Did you mean \"name\"?");
    EXPECT_EQ(error("SELECT name,\n  acount.name FROM opportunity"),
              "unknown_field: Line 2, column 3: opportunity has no relation \"acount\". Did you mean \"account\"?");
    EXPECT_EQ(error("SELECT name FROM acount"), "unknown_object: Line 1, column 18: there is no object \"acount\". Did you mean \"account\"?");
    EXPECT_THAT(error("SELECT (SELECT id FROM contact) FROM account"), HasSubstr("Did you mean \"contacts\"?"));
}

TEST_P(Binding, hides_a_field_as_if_it_were_not_there) {
    std::string unknown = error("SELECT employes2 FROM account");
    hidden_ = {"account.employees"};
    std::string hidden = error("SELECT employees FROM account");
    EXPECT_EQ(hidden, "unknown_field: Line 1, column 8: account has no field \"employees\".");
    for (std::string soql : {"SELECT id FROM account WHERE employees > 3", "SELECT id FROM account ORDER BY employees",
                             "SELECT MAX(employees) FROM account", "SELECT name FROM opportunity WHERE account.employees = 1"})
        EXPECT_THAT(error(soql), HasSubstr("account has no field \"employees\".")) << soql;
    EXPECT_THAT(error("SELECT employes FROM account"), ::testing::Not(HasSubstr("Did you mean")));
}

TEST_P(Binding, hides_what_lies_behind_a_hidden_relation) {
    hidden_ = {"opportunity.account_id"};
    EXPECT_THAT(error("SELECT account.name FROM opportunity"), HasSubstr("opportunity has no relation \"account\"."));
    EXPECT_THAT(error("SELECT (SELECT name FROM opportunities) FROM account"), HasSubstr("account has no children \"opportunities\"."));
}

TEST_P(Binding, leaves_hidden_fields_out_of_all_fields) {
    insert("account", {{"name", "x"}});
    hidden_ = {"account.employees"};
    EXPECT_THAT(ask("SELECT FIELDS(ALL) FROM account"), ::testing::Not(HasSubstr("employees")));
}

TEST_P(Binding, refuses_values_of_another_type) {
    EXPECT_THAT(error("SELECT id FROM account WHERE employees = 'x'"), HasSubstr("wrong_type: Line 1, column 42: \"employees\" is a number"));
    EXPECT_THAT(error("SELECT id FROM account WHERE name = 5"), HasSubstr("write the value in quotes"));
    EXPECT_THAT(error("SELECT id FROM opportunity WHERE close_date = 5"), HasSubstr("is a date"));
    EXPECT_THAT(error("SELECT id FROM opportunity WHERE close_date = '2026-13-01'"), HasSubstr("invalid_date"));
    EXPECT_THAT(error("SELECT id FROM opportunity WHERE is_won = 'yes'"), HasSubstr("is true or false"));
    EXPECT_THAT(error("SELECT id FROM opportunity WHERE amount LIKE 'x'"), HasSubstr("is not text"));
    EXPECT_THAT(error("SELECT id FROM opportunity WHERE amount > null"), HasSubstr("by = and != only"));
    EXPECT_THAT(error("SELECT id FROM opportunity WHERE name INCLUDES ('x')"), HasSubstr("INCLUDES and EXCLUDES"));
    EXPECT_THAT(error("SELECT id FROM opportunity WHERE amount = 99999999999999999999"), HasSubstr("out_of_range"));
}

TEST_P(Binding, names_the_field_of_a_filter) {
    Select select;
    select.object = "account";
    select.where = parse_filter(Json::parse(R"({"field": "employes", "op": "=", "value": 1})"));
    EXPECT_EQ(error(select), "unknown_field: account has no field \"employes\". Did you mean \"employees\"?");
}

TEST_P(Binding, refuses_long_paths) {
    EXPECT_THAT(error("SELECT parent.parent.parent.parent.parent.name FROM account"), HasSubstr("no error"));
    EXPECT_THAT(error("SELECT parent.parent.parent.parent.parent.parent.name FROM account"), HasSubstr("path_too_long"));
}

TEST_P(Binding, refuses_too_many_conditions) {
    std::string soql = "SELECT id FROM account WHERE name = 'x'";
    for (int i = 0; i < 600; ++i) soql += " OR name = 'x'";
    EXPECT_THAT(error(soql), HasSubstr("query_too_large"));
}

TEST_P(Binding, takes_the_object_s_own_name_and_alias_before_a_field) {
    insert("account", {{"name", "x"}});
    EXPECT_EQ(names("SELECT account.name FROM account"), "x");
    EXPECT_EQ(names("SELECT a.name FROM account a WHERE a.name = 'x' ORDER BY a.name"), "x");
}

TEST_P(Binding, looks_behind_references_to_any_object) {
    std::int64_t acme = insert("account", {{"name", "Acme"}});
    std::int64_t ada = insert("contact", {{"last_name", "Ada"}});
    insert("note", {{"name", "A"}, {"about_id", acme}});
    insert("note", {{"name", "B"}, {"about_id", ada}});
    insert("note", {{"name", "C"}});
    EXPECT_EQ(testing::without_ids(ask("SELECT name, about.name FROM note ORDER BY about.name DESC")),
              R"([{"name":"B","about":{"name":"Ada"}},{"name":"A","about":{"name":"Acme"}},{"name":"C","about":null}])");
    EXPECT_EQ(names("SELECT name FROM note WHERE about.name LIKE 'a%' AND about.name != 'ACME'"), "B");
    rows_["account"] = Predicate::in_integers(object("account").field("id"), std::make_shared<const std::string>("[]"));
    EXPECT_EQ(testing::without_ids(ask("SELECT about.name FROM note ORDER BY about.name")),
              R"([{"about":{"name":null}},{"about":null},{"about":{"name":"Ada"}}])");
    EXPECT_EQ(ask("SELECT about.name, COUNT() n FROM note GROUP BY about.name"), R"([{"about":{"name":null},"n":2},{"about":{"name":"Ada"},"n":1}])");
    EXPECT_THAT(error("SELECT about.account.name FROM note"), HasSubstr("such as about.name"));
    EXPECT_THAT(error("SELECT about.nothing FROM note"), HasSubstr("none of the records"));
}

TEST_P(Binding, refuses_two_values_of_one_name) {
    EXPECT_THAT(error("SELECT COUNT(id) n, MAX(name) n FROM account"), HasSubstr("duplicate_name"));
}

TEST_P(Binding, knows_all_that_it_reads) {
    Bound question = bound(parse_soql("SELECT name, account.owner.name FROM opportunity WHERE id IN (SELECT id FROM opportunity WHERE amount > 1)"));
    std::string out;
    for (const auto& source : question.sources()) {
        out += source.object->name + ":";
        for (const auto* field : source.fields) out += " " + field->name;
        out += "; ";
    }
    EXPECT_EQ(out, "opportunity: id name account_id; account: owner_id; user: name; opportunity: id amount; ");
}

class Rights : public testing::Workspace {
protected:
    Rights() {
        ada_ = insert("user", {{"name", "Ada"}});
        bob_ = insert("user", {{"name", "Bob"}});
        seen_ = insert("account", {{"name", "Seen"}, {"owner_id", ada_}});
        unseen_ = insert("account", {{"name", "Unseen"}, {"owner_id", bob_}});
        insert("opportunity", {{"name", "A"}, {"account_id", seen_}, {"owner_id", ada_}, {"amount", 100}});
        insert("opportunity", {{"name", "B"}, {"account_id", unseen_}, {"owner_id", ada_}, {"amount", 200}});
        insert("opportunity", {{"name", "C"}, {"account_id", seen_}, {"owner_id", bob_}, {"amount", 300}});
        for (const char* name : {"account", "opportunity"}) rows_[name] = owned_by_ada(name);
    }
    Predicate owned_by_ada(const char* name) {
        return Predicate::in_integers(object(name).field("owner_id"), std::make_shared<const std::string>("[" + std::to_string(ada_) + "]"));
    }
    std::int64_t ada_ = 0, bob_ = 0, seen_ = 0, unseen_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Engines, Rights, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Rights, hold_for_the_records_asked_for) {
    EXPECT_EQ(names("SELECT name FROM opportunity ORDER BY name"), "A B");
    EXPECT_EQ(ask("SELECT COUNT() FROM opportunity"), R"([{"expr0":2}])");
}

TEST_P(Rights, hold_for_parents_in_answers_filters_and_sorting) {
    EXPECT_EQ(testing::without_ids(ask("SELECT account.name FROM opportunity WHERE name = 'B'")), R"([{"account":null}])");
    EXPECT_EQ(names_where("account.name = 'Unseen'"), "");
    EXPECT_EQ(names_where("account.name = null"), "B");
    EXPECT_EQ(names("SELECT name FROM opportunity ORDER BY account.name DESC"), "A B");
}

TEST_P(Rights, hold_for_children) {
    EXPECT_EQ(testing::without_ids(ask("SELECT (SELECT name FROM opportunities) FROM account")), R"([{"opportunities":[{"name":"A"}]}])");
}

TEST_P(Rights, hold_in_semi_joins) {
    rows_.erase("account");
    EXPECT_EQ(names("SELECT name FROM account WHERE id IN (SELECT account_id FROM opportunity WHERE amount = 3)"), "");
    EXPECT_EQ(names("SELECT name FROM account WHERE id IN (SELECT account_id FROM opportunity WHERE amount = 2)"), "Unseen");
}

TEST_P(Rights, may_be_predicates_of_every_kind) {
    const auto& opportunity = object("opportunity");
    const auto& name = opportunity.field("name");
    auto seen = [&](Predicate rows) {
        rows_["opportunity"] = std::move(rows);
        return names("SELECT name FROM opportunity ORDER BY name");
    };
    EXPECT_EQ(seen(Predicate::never()), "");
    EXPECT_EQ(seen(Predicate::compare(name, Comparison::Equal, {Value("b")})), "B");
    EXPECT_EQ(seen(Predicate::compare(name, Comparison::NotEqual, {Value("b")})), "A C");
    EXPECT_EQ(seen(Predicate::compare(name, Comparison::In, {Value("a"), Value("c")})), "A C");
    EXPECT_EQ(seen(Predicate::negation(Predicate::compare(name, Comparison::NotIn, {Value("a")}))), "A");
    EXPECT_EQ(seen(Predicate::compare(opportunity.field("stage_id"), Comparison::Equal, {Value()})), "A B C");
    EXPECT_EQ(seen(Predicate::semi_join(opportunity.field("account_id"), object("account"), owned_by_ada("account"))), "A C");
    EXPECT_EQ(seen(Predicate::any_of({Predicate::compare(name, Comparison::Equal, {Value("b")}), owned_by_ada("opportunity")})), "A B");
    EXPECT_EQ(seen(Predicate::named_by(opportunity.field("id"), opportunity, opportunity.field("account_id"), Predicate::always())), "");
    EXPECT_EQ(seen(Predicate::named_by(opportunity.field("account_id"), opportunity, opportunity.field("account_id"), owned_by_ada("opportunity"))), "A B C");
    EXPECT_EQ(seen(Predicate::all_of({Predicate::always(), owned_by_ada("opportunity"), Predicate::compare(name, Comparison::Greater, {Value("a")})})), "B");
}

TEST_P(Rights, are_gathered_for_counts_and_groups) {
    const auto& opportunity = object("opportunity");
    Predicate named = Predicate::compare(opportunity.field("name"), Comparison::In, {Value("b"), Value("c")});
    rows_["opportunity"] = Predicate::gathered(opportunity, {owned_by_ada("opportunity"), named});
    EXPECT_EQ(names("SELECT name FROM opportunity ORDER BY name"), "A B C");
    EXPECT_EQ(ask("SELECT COUNT() FROM opportunity"), R"([{"expr0":3}])");
    rows_["opportunity"] = Predicate::gathered(opportunity, {owned_by_ada("opportunity"), Predicate::never()});
    EXPECT_EQ(ask("SELECT COUNT() FROM opportunity"), R"([{"expr0":2}])");
}

}  // namespace
}  // namespace rapport::query

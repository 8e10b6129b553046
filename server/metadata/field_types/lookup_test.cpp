#include <gtest/gtest.h>

#include "base/record_id.h"
#include "metadata/field_types/field_for_test.h"
#include "metadata/field_types/types.h"

namespace rapport::metadata::types {
namespace {

const std::string account_7 = RecordId::of(1, 7).text();
const Field field = field_of(lookup_type(), R"({"to": "account", "children": "contacts"})");

TEST(Lookup, is_named_after_its_column) {
    EXPECT_EQ(field.name, "x_id");
    EXPECT_EQ(field.relation, "x");
}

TEST(Lookup, may_be_declared_by_either_name) {
    Field declared;
    declared.name = "account_id";
    ASSERT_TRUE(lookup_type().configure(declared, Json::parse(R"({"to": "account"})")));
    EXPECT_EQ(declared.name, "account_id");
    EXPECT_EQ(declared.relation, "account");
}

TEST(Lookup, knows_its_target_and_what_the_target_calls_it) {
    EXPECT_EQ(field.targets, std::vector<std::string>{"account"});
    EXPECT_EQ(field.child_relation, "contacts");
    EXPECT_EQ(field.on_delete, OnDelete::Keep);
}

TEST(Lookup, comes_back_as_an_id_of_18_characters) {
    EXPECT_EQ(read_back(field, account_7), '"' + account_7 + '"');
    EXPECT_EQ(read_back(field, account_7.substr(0, 15)), '"' + account_7 + '"');
}

TEST(Lookup, is_stored_as_the_id) { EXPECT_EQ(field.type->read(account_7, field)->integer(), RecordId::of(1, 7).number()); }

TEST(Lookup, refuses_what_is_no_id) {
    EXPECT_EQ(read_back(field, "Acme"), "invalid_id");
    EXPECT_EQ(read_back(field, 7), "wrong_type");
}

TEST(Lookup, takes_an_empty_string_as_nothing) { EXPECT_EQ(read_back(field, ""), "null"); }

TEST(Lookup, needs_one_target) {
    EXPECT_EQ(setting_problem(lookup_type(), "{}"), "invalid_setting");
    EXPECT_EQ(setting_problem(lookup_type(), R"({"to": ["account", "contact"]})"), "invalid_setting");
    EXPECT_EQ(setting_problem(lookup_type(), R"({"to": 7})"), "invalid_setting");
    EXPECT_EQ(setting_problem(lookup_type(), R"({"to": "No Name"})"), "invalid_setting");
}

TEST(Lookup, refuses_other_settings_that_cannot_be) {
    EXPECT_EQ(setting_problem(lookup_type(), R"({"to": "account", "children": "My Contacts"})"), "invalid_setting");
    EXPECT_EQ(setting_problem(lookup_type(), R"({"to": "account", "on_delete": "explode"})"), "invalid_setting");
}

}  // namespace
}  // namespace rapport::metadata::types

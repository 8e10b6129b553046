#include "imports/mapping_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modules/declarations.h"

namespace rapport::imports {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

metadata::CataloguePointer catalogue() {
    static const metadata::CataloguePointer catalogue = metadata::Catalogue::build(modules::declarations(), 1);
    return catalogue;
}

Mapping read(std::string object, std::vector<std::string> header, std::string_view json, std::string match = {}) {
    MappingRequest request{std::move(object), json.empty() ? Json() : Json::parse(json), std::move(match)};
    return read_mapping(request, Columns(std::move(header)), catalogue(), security::Actor::system("test"));
}

/// "place: code" of each problem.
std::vector<std::string> problems(std::string object, std::vector<std::string> header, std::string_view json, std::string match = {}) {
    try {
        read(std::move(object), std::move(header), json, std::move(match));
    } catch (const Failure& failure) {
        std::vector<std::string> out;
        for (const Problem& problem : failure.problems()) out.push_back(problem.field + ": " + problem.code);
        if (out.empty()) out.push_back(failure.code());
        return out;
    }
    return {};
}

std::vector<std::string> field_names(const Mapping& mapping) {
    std::vector<std::string> out;
    for (const FieldMapping& field : mapping.fields) out.push_back(field.field->name);
    return out;
}

TEST(MappingReader, takes_a_column_by_its_name_alone) {
    Mapping mapping = read("account", {"firm"}, R"({"fields": {"name": "Firm"}})");
    EXPECT_THAT(field_names(mapping), ElementsAre("name"));
}

TEST(MappingReader, knows_a_relation_by_field_name_relation_and_salesforce_spelling) {
    for (const char* spelling : {"account", "account_id", "AccountId"}) {
        Mapping mapping = read("contact", {"firm"}, std::string(R"({"fields": {")") + spelling + R"(": "firm"}})");
        ASSERT_TRUE(mapping.fields[0].reference);
        EXPECT_EQ(mapping.fields[0].reference->target->name, "account");
    }
}

TEST(MappingReader, names_all_mistakes_at_once) {
    EXPECT_THAT(problems("account", {"firm"}, R"({"matsch": "name", "fields": {"nam": "firm", "website": {"column": "site"}, "phone": {}}})"),
                ElementsAre("matsch: unknown_setting", "fields.nam: unknown_field", "fields.website.column: unknown_column", "fields.phone: required"));
}

TEST(MappingReader, suggests_what_was_meant) {
    try {
        read("account", {"firm"}, R"({"fields": {"webiste": "firm"}})");
        FAIL() << "no failure";
    } catch (const Failure& failure) {
        EXPECT_THAT(failure.what(), HasSubstr("did you mean \"website\"?"));
    }
}

TEST(MappingReader, refuses_settings_of_relations_for_other_fields) {
    EXPECT_THAT(problems("account", {"firm"}, R"({"fields": {"name": {"column": "firm", "match": "name"}}})"), ElementsAre("fields.name: no_reference"));
}

TEST(MappingReader, refuses_to_match_by_a_field_without_a_column) {
    EXPECT_THAT(problems("account", {"firm"}, R"({"fields": {"name": "firm"}})", "external_id"), ElementsAre("match: not_mapped"));
}

TEST(MappingReader, refuses_to_update_without_a_match) {
    EXPECT_THAT(problems("account", {"firm"}, R"({"mode": "update", "fields": {"name": "firm"}})"), ElementsAre("match: required"));
}

TEST(MappingReader, refuses_to_match_by_what_cannot_be_compared) {
    EXPECT_THAT(problems("account", {"firm"}, R"({"fields": {"parent": {"column": "firm", "match": "customer_since"}}})"),
                ElementsAre("fields.parent.match: invalid_match"));
}

TEST(MappingReader, refuses_a_field_that_has_parts) {
    EXPECT_THAT(problems("account", {"firm"}, R"({"fields": {"billing_address": "firm"}})"), ElementsAre("fields.billing_address: compound_field"));
}

TEST(MappingReader, refuses_one_field_twice) {
    EXPECT_THAT(problems("contact", {"firm"}, R"({"fields": {"account": "firm", "account_id": "firm"}})"), ElementsAre("fields.account_id: field_twice"));
}

TEST(MappingReader, reads_what_to_create_with) {
    Mapping mapping = read("user", {"agent", "manager"},
                           R"({"fields": {"role": {"template": "Agents of {manager}", "create_missing": true, "match": "name",
                                                   "with": {"parent": {"column": "manager", "match": "name", "create_missing": true}}}}})");
    const ReferenceRule& role = *mapping.fields[0].reference;
    EXPECT_TRUE(role.create_missing);
    EXPECT_EQ(role.with[0].reference->target->name, "role");
}

TEST(MappingReader, says_which_columns_are_left_out) {
    Mapping mapping = read("account", {"firm", "moon phase", "line", "error"}, R"({"fields": {"name": "firm"}})");
    EXPECT_THAT(mapping.unmatched_columns, ElementsAre("moon phase"));
}

TEST(MappingReader, matches_the_other_columns_on_request) {
    Mapping mapping = read("account", {"firm", "Website"}, R"({"other_columns": "match", "fields": {"name": "firm"}})");
    EXPECT_THAT(field_names(mapping), ElementsAre("name", "website"));
}

TEST(MappingReader, refuses_a_file_in_which_nothing_matches) {
    EXPECT_THAT(problems("account", {"moon phase"}, ""), ElementsAre("no_columns_match"));
}

TEST(MappingReader, upserts_when_there_is_a_match) {
    EXPECT_EQ(read("account", {"External ID", "Name"}, "", "external_id").mode, Mode::Upsert);
    EXPECT_EQ(read("account", {"External ID", "Name"}, "").mode, Mode::Create);
}

TEST(MappingReader, matches_by_the_ids_of_our_own_exports) {
    Mapping mapping = read("account", {"id", "name"}, "");
    ASSERT_TRUE(mapping.match);
    EXPECT_EQ(mapping.match->name, "id");
}

}  // namespace
}  // namespace rapport::imports

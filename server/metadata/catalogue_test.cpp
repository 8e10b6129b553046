#include "metadata/catalogue.h"

#include <gtest/gtest.h>

#include "metadata/overlay.h"
#include "metadata/usage.h"

namespace rapport::metadata {
namespace {

Json user() { return Json::parse(R"({"name": "user", "number": 5, "owned": false, "fields": [{"name": "name", "type": "text"}]})"); }

Json account() {
    return Json::parse(R"({"name": "account", "number": 1, "fields": [
        {"name": "name", "type": "text", "required": true}, {"name": "parent", "type": "lookup", "to": "account", "children": "subsidiaries"},
        {"name": "annual_revenue", "type": "currency"}, {"name": "region", "type": "text", "custom": true}]})");
}

CataloguePointer build(std::vector<Json> declarations) {
    declarations.push_back(user());
    return Catalogue::build(declarations, 1);
}

std::string problem_of(std::vector<Json> declarations) {
    try {
        build(std::move(declarations));
    } catch (const Failure& failure) {
        return failure.problems().front().message;
    }
    return "";
}

TEST(Catalogue, gives_every_object_its_system_fields) {
    auto catalogue = build({account()});
    for (auto name : {"id", "owner_id", "created_at", "updated_by_id", "deleted_at", "version", "currency_code"})
        EXPECT_TRUE(catalogue->object("account").find_field(name)) << name;
    EXPECT_EQ(catalogue->object("account").fields.front().name, "id");
    EXPECT_FALSE(catalogue->object("user").find_field("owner_id"));
}

TEST(Catalogue, knows_names_in_salesforce_spelling) {
    auto catalogue = build({account()});
    const Object& object = catalogue->object("Account");
    EXPECT_EQ(object.field("AnnualRevenue").name, "annual_revenue");
    EXPECT_EQ(object.field("Region__c").name, "region");
    EXPECT_EQ(object.field("LastModifiedDate").name, "updated_at");
    EXPECT_EQ(object.find_relation("Parent")->name, "parent_id");
}

TEST(Catalogue, keeps_each_amount_in_the_base_currency_too) {
    auto catalogue = build({account()});
    EXPECT_EQ(catalogue->object("account").field("annual_revenue_base").base_of, "annual_revenue");
}

TEST(Catalogue, tells_the_target_of_a_lookup_about_its_children) {
    auto catalogue = build({account()});
    ASSERT_TRUE(catalogue->object("account").find_children("subsidiaries"));
    EXPECT_EQ(catalogue->object("account").find_children("subsidiaries")->field, "parent_id");
}

TEST(Catalogue, refuses_declarations_that_cannot_be) {
    auto with = [](const char* field) {
        Json declaration = account();
        declaration.member("fields").push(Json::parse(field));
        return problem_of({declaration});
    };
    EXPECT_NE(with(R"({"name": "x", "type": "lookup", "to": "nowhere"})"), "");
    EXPECT_NE(with(R"({"name": "x", "type": "texd"})"), "");
    EXPECT_NE(with(R"({"name": "Name", "type": "text"})"), "");
    EXPECT_NE(with(R"({"name": "na_me", "type": "text"})"), "");
    EXPECT_NE(with(R"({"name": "drop table", "type": "text"})"), "");
    EXPECT_EQ(with(R"({"name": "x", "type": "text"})"), "");
}

TEST(Catalogue, refuses_two_objects_with_one_number) {
    Json other = account();
    other.set("name", "other");
    other.erase("fields");
    other.set("name_field", "id");
    EXPECT_EQ(problem_of({account(), other}), "Two objects have the number 1.");
}

TEST(Overlay, lays_fields_over_ours_by_name) {
    Overlay overlay{Json::parse(R"({"name": "account", "label": "Company", "fields": [{"name": "name", "label": "Company name"}, {"name": "boats", "type": "integer"}]})")};
    auto catalogue = build(merge({account()}, overlay));
    const Object& object = catalogue->object("account");
    EXPECT_EQ(object.label, "Company");
    EXPECT_EQ(object.field("name").label, "Company name");
    EXPECT_TRUE(object.field("name").required);
    EXPECT_TRUE(object.find_field("boats"));
}

TEST(Usage, finds_where_a_field_is_named) {
    Json declaration = account();
    declaration.set("list_views", Json::parse(R"([{"name": "all", "columns": ["name", "parent.name"]}, {"name": "other", "columns": ["name"]}])"));
    auto catalogue = build({declaration});
    const Object& object = catalogue->object("account");
    auto uses = uses_of(*catalogue, object, object.field("parent_id"));
    ASSERT_EQ(uses.size(), 1u);
    EXPECT_EQ(uses.front().name, "all");
}

}  // namespace
}  // namespace rapport::metadata

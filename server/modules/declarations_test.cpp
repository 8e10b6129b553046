#include "modules/declarations.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "metadata/catalogue.h"
#include "metadata/definition_problems.h"

namespace rapport::modules {
namespace {

// An object whose file is not listed in its module's CMakeLists.txt would be missing from the program.
TEST(Declarations, HoldEveryDeclarationFile) {
    std::set<std::string> on_disk, in_program;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(RAPPORT_SOURCE_DIR "/server/modules")) {
        if (entry.path().extension() == ".json" && entry.path().stem() == entry.path().parent_path().filename()) on_disk.insert(entry.path().stem());
    }
    for (const Json& declaration : declarations()) in_program.insert(declaration["name"].string());
    EXPECT_EQ(in_program, on_disk);
}

TEST(Declarations, MakeACatalogue) {
    auto catalogue = metadata::Catalogue::build(declarations(), 1);
    EXPECT_EQ(catalogue->objects().size(), declarations().size());
}

TEST(Declarations, HaveNothingWrongInThem) {
    for (const Problem& problem : metadata::definition_problems(*metadata::Catalogue::build(declarations(), 1))) ADD_FAILURE() << problem.field << ": " << problem.message;
}

TEST(Declarations, KnowTheNamesThatSalesforceClientsUse) {
    auto catalogue = metadata::Catalogue::build(declarations(), 1);
    const metadata::Object& opportunity = catalogue->object("Opportunity");
    EXPECT_EQ(opportunity.field("CloseDate").name, "close_date");
    EXPECT_EQ(opportunity.field("Pricebook2Id").name, "price_book_id");
    EXPECT_EQ(opportunity.find_path_alias("StageName")->back(), "name");
    EXPECT_EQ(catalogue->object("Account").field("NumberOfEmployees").name, "employees");
    EXPECT_EQ(catalogue->object("Account").field("BillingCity").name, "billing_address_city");
    EXPECT_EQ(catalogue->object("OpportunityLineItem").field("Product2Id").name, "product_id");
    EXPECT_EQ(catalogue->object("Task").field("WhatId").name, "related_to_id");
    EXPECT_EQ(catalogue->object("Contact").field("MobilePhone").name, "mobile");
}

}  // namespace
}  // namespace rapport::modules

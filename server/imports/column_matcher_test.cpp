#include "imports/column_matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "modules/declarations.h"

namespace rapport::imports {
namespace {

namespace fs = std::filesystem;
using testing::IsSupersetOf;
using testing::Pair;
using testing::UnorderedElementsAre;
using Matched = std::vector<std::pair<std::string, std::string>>;  // column, field

const metadata::Catalogue& catalogue() {
    static const metadata::CataloguePointer catalogue = metadata::Catalogue::build(modules::declarations(), 1);
    return *catalogue;
}

std::vector<FieldMapping> mappings(const std::string& object, const Columns& columns) {
    std::set<std::size_t> used;
    std::vector<FieldMapping> fields;
    match_columns(columns, catalogue().object(object), catalogue(), security::Actor::system("test"), used, fields);
    return fields;
}

Matched match(const std::string& object, std::vector<std::string> header) {
    Columns columns(std::move(header));
    Matched answer;
    for (const FieldMapping& field : mappings(object, columns))
        answer.emplace_back(columns.names()[field.source.text.columns().front()], field.field->name);
    return answer;
}

TEST(ColumnMatcher, knows_names_labels_and_salesforce_spellings) {
    EXPECT_THAT(match("opportunity", {"close_date"}), UnorderedElementsAre(Pair("close_date", "close_date")));
    EXPECT_THAT(match("opportunity", {"Close Date"}), UnorderedElementsAre(Pair("Close Date", "close_date")));
    EXPECT_THAT(match("opportunity", {"CloseDate"}), UnorderedElementsAre(Pair("CloseDate", "close_date")));
    EXPECT_THAT(match("contact", {"E-mail"}), UnorderedElementsAre(Pair("E-mail", "email")));
}

TEST(ColumnMatcher, gives_a_field_to_the_first_of_two_columns) {
    EXPECT_THAT(match("contact", {"Email", "email (2)", "E-mail"}), UnorderedElementsAre(Pair("Email", "email")));
}

TEST(ColumnMatcher, leaves_out_what_the_system_keeps) {
    auto actor_may = match("account", {"Name", "open_amount", "billing_address"});
    EXPECT_THAT(actor_may, testing::Contains(Pair("Name", "name")));
    EXPECT_THAT(actor_may, testing::Not(testing::Contains(Pair("billing_address", "billing_address"))));
}

TEST(ColumnMatcher, finds_relations_by_the_words_for_their_records) {
    for (const char* name : {"Account", "Account Name", "Company", "Company name", "Organization - Name"})
        EXPECT_THAT(match("contact", {name}), UnorderedElementsAre(Pair(name, "account_id"))) << name;
}

TEST(ColumnMatcher, reads_paths_as_our_exports_write_them) {
    auto fields = mappings("contact", Columns({"account.external_id"}));
    ASSERT_EQ(fields.size(), 1u);
    EXPECT_EQ(fields[0].reference->match->name, "external_id");
}

TEST(ColumnMatcher, tells_ids_from_names) {
    auto fields = mappings("contact", Columns({"account_id"}));
    ASSERT_EQ(fields.size(), 1u);
    EXPECT_EQ(fields[0].reference->match->name, "id");
    EXPECT_EQ(mappings("contact", Columns({"account"}))[0].reference->match, nullptr);
}

TEST(ColumnMatcher, takes_the_ids_of_other_systems_for_external_ids) {
    auto fields = mappings("contact", Columns({"Id", "AccountId", "LastName", "SystemModstamp"}));
    ASSERT_GE(fields.size(), 3u);
    EXPECT_EQ(fields[0].field->name, "external_id");
    EXPECT_EQ(fields[1].reference->match->name, "external_id");
}

class ExportHeaders : public testing::Test {
protected:
    void SetUp() override {
        fs::path file = fs::path(RAPPORT_SOURCE_DIR) / "../shared/data/crm-export-headers/headers.json";
        if (!fs::exists(file)) GTEST_SKIP() << "shared data set missing: " << file;
        std::ostringstream text;
        text << std::ifstream(file).rdbuf();
        headers_ = Json::parse(text.str());
    }

    Matched match_export(const std::string& object, const std::string& name) const {
        std::vector<std::string> header;
        for (const Json& column : headers_[name]["columns"].array()) header.push_back(column.string());
        return match(object, std::move(header));
    }

private:
    Json headers_;
};

TEST_F(ExportHeaders, of_google) {
    EXPECT_THAT(match_export("contact", "google_contacts_2024plus"),
                UnorderedElementsAre(Pair("First Name", "first_name"), Pair("Middle Name", "middle_name"), Pair("Last Name", "last_name"),
                                     Pair("Name Prefix", "salutation"), Pair("Organization Name", "account_id"), Pair("Organization Title", "title"),
                                     Pair("Organization Department", "department"), Pair("Birthday", "birth_date"), Pair("Notes", "description"),
                                     Pair("E-mail 1 - Value", "email"), Pair("Phone 1 - Value", "phone")));
}

TEST_F(ExportHeaders, of_outlook) {
    EXPECT_THAT(match_export("contact", "outlook_desktop"),
                IsSupersetOf({Pair("Title", "salutation"), Pair("First Name", "first_name"), Pair("Last Name", "last_name"), Pair("Company", "account_id"),
                              Pair("Department", "department"), Pair("Job Title", "title"), Pair("Business Street", "mailing_address_street"),
                              Pair("Business City", "mailing_address_city"), Pair("Business Country/Region", "mailing_address_country"),
                              Pair("Other City", "other_address_city"), Pair("Business Phone", "phone"), Pair("Mobile Phone", "mobile"),
                              Pair("E-mail Address", "email"), Pair("Web Page", "website"), Pair("Assistant's Phone", "assistant_phone")}));
}

TEST_F(ExportHeaders, of_linkedin) {
    EXPECT_THAT(match_export("contact", "linkedin_connections"),
                UnorderedElementsAre(Pair("First Name", "first_name"), Pair("Last Name", "last_name"), Pair("URL", "linkedin"),
                                     Pair("Email Address", "email"), Pair("Company", "account_id"), Pair("Position", "title")));
}

TEST_F(ExportHeaders, of_hubspot) {
    EXPECT_THAT(match_export("contact", "hubspot_contacts"),
                IsSupersetOf({Pair("Record ID", "external_id"), Pair("First Name", "first_name"), Pair("Email", "email"), Pair("Phone Number", "phone"),
                              Pair("Associated Company", "account_id"), Pair("Country/Region", "mailing_address_country"), Pair("Contact owner", "owner_id")}));
    EXPECT_THAT(match_export("account", "hubspot_companies"),
                IsSupersetOf({Pair("Record ID", "external_id"), Pair("Company name", "name"), Pair("Website URL", "website"), Pair("Company owner", "owner_id")}));
    EXPECT_THAT(match_export("opportunity", "hubspot_deals"),
                IsSupersetOf({Pair("Deal Name", "name"), Pair("Deal Stage", "stage_id"), Pair("Amount", "amount"), Pair("Deal owner", "owner_id")}));
}

TEST_F(ExportHeaders, of_salesforce) {
    EXPECT_THAT(match_export("account", "salesforce_data_export_account"),
                IsSupersetOf({Pair("Id", "external_id"), Pair("Name", "name"), Pair("ParentId", "parent_id"), Pair("BillingStreet", "billing_address_street"),
                              Pair("BillingPostalCode", "billing_address_postal_code"), Pair("AnnualRevenue", "annual_revenue"),
                              Pair("NumberOfEmployees", "employees"), Pair("OwnerId", "owner_id"), Pair("AccountSource", "source")}));
    EXPECT_THAT(match_export("contact", "salesforce_report_contacts"),
                IsSupersetOf({Pair("Title", "title"), Pair("Mailing State/Province", "mailing_address_state"),
                              Pair("Mailing Zip/Postal Code", "mailing_address_postal_code"), Pair("Account Name", "account_id"), Pair("Lead Source", "lead_source")}));
    EXPECT_THAT(match_export("lead", "salesforce_report_leads"),
                IsSupersetOf({Pair("Lead Owner", "owner_id"), Pair("Last Name", "last_name"), Pair("Company / Account", "company"), Pair("Street", "address_street")}));
}

TEST_F(ExportHeaders, of_zoho) {
    EXPECT_THAT(match_export("account", "zoho_accounts"),
                IsSupersetOf({Pair("Record Id", "external_id"), Pair("Account Name", "name"), Pair("Account Owner.id", "owner_id"),
                              Pair("Billing Address - City", "billing_address_city"), Pair("Billing Address - State / Province", "billing_address_state")}));
    EXPECT_THAT(match_export("contact", "zoho_contacts"),
                IsSupersetOf({Pair("Contact Owner.id", "owner_id"), Pair("Account Name.id", "account_id"), Pair("Date of Birth", "birth_date"),
                              Pair("Email Opt Out", "email_opt_out")}));
    EXPECT_THAT(match_export("opportunity", "zoho_deals"),
                IsSupersetOf({Pair("Deal Name", "name"), Pair("Account Name.id", "account_id"), Pair("Stage", "stage_id"), Pair("Closing Date", "close_date")}));
}

TEST_F(ExportHeaders, of_pipedrive) {
    EXPECT_THAT(match_export("opportunity", "pipedrive_import_export"),
                IsSupersetOf({Pair("Deal - Title", "name"), Pair("Deal - Owner", "owner_id"), Pair("Deal - Stage", "stage_id"), Pair("Deal - Value", "amount"),
                              Pair("Deal - Expected close date", "close_date"), Pair("Organization - Name", "account_id")}));
}

TEST_F(ExportHeaders, of_mailchimp) {
    EXPECT_THAT(match_export("contact", "mailchimp_audience"),
                IsSupersetOf({Pair("Email Address", "email"), Pair("First Name", "first_name"), Pair("Last Name", "last_name"), Pair("NOTES", "description")}));
}

}  // namespace
}  // namespace rapport::imports

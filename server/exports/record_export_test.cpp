#include "exports/record_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "documents/xlsx/reader.h"
#include "modules/declarations.h"
#include "modules/install.h"
#include "metadata/registry.h"
#include "records/outbox.h"
#include "records/service.h"
#include "records/tags.h"
#include "security/directory.h"
#include "storage/migrations.h"
#include "storage/testing/engines.h"

namespace rapport::exports {
namespace {

class Exporting : public storage::testing::EngineTest {
protected:
    Exporting() {
        const std::array migrations{storage::Migration{1, "metadata", metadata::create_tables}, storage::Migration{2, "records", records::create_tables},
                                    storage::Migration{3, "security", security::create_tables}, storage::Migration{4, "change_sets", records::add_change_sets}, storage::Migration{5, "duplicate_keys", records::add_duplicate_keys}, storage::Migration{6, "outbox_change_sets", records::add_change_sets_to_outbox}, storage::Migration{7, "tags", records::create_tag_table}};
        storage::migrate(database(), migrations);
        registry_ = std::make_unique<metadata::Registry>(database(), modules::declarations());
        service_ = std::make_unique<records::Service>(database(), *registry_);
        modules::install(*service_);
        RecordId ada = create("user", {{"last_name", "Lovelace"}, {"email", "ada@example.com"}, {"administrator", true}});
        actor_ = security::Directory(database(), *registry_).actor(ada);
    }

    RecordId create(std::string object, Json::Members fields) {
        records::Operation operation;
        operation.object = std::move(object);
        operation.fields = std::move(fields);
        return service_->apply({actor_}, operation).id;
    }

    std::string csv(std::string_view soql, documents::csv::WriteOptions writing = {}) {
        Request request;
        request.select = query::parse_soql(soql);
        request.writing = writing;
        std::string out;
        rows_ = write_records(database(), registry_->current(), actor_, request, [&](std::string_view piece) { out += piece; });
        return out;
    }

    /// As a workbook, read again: the header, then the rows.
    std::vector<std::vector<std::string>> xlsx(std::string_view soql) {
        Request request;
        request.select = query::parse_soql(soql);
        request.format = Format::Xlsx;
        std::string out;
        rows_ = write_records(database(), registry_->current(), actor_, request, [&](std::string_view piece) { out += piece; });
        documents::xlsx::Reader reader(documents::bytes_of(out));
        std::vector<std::vector<std::string>> answer{reader.header()};
        for (documents::Row row; reader.next(row);) answer.emplace_back(row.cells.begin(), row.cells.end());
        return answer;
    }

    security::Actor actor_ = security::Actor::system("test");
    std::int64_t rows_ = 0;

private:
    std::unique_ptr<metadata::Registry> registry_;
    std::unique_ptr<records::Service> service_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Exporting, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Exporting, writes_a_workbook_with_the_same_columns) {
    create("account", {{"name", "=1+1"}, {"employees", 12}});
    create("contact", {{"last_name", "Byron"}, {"do_not_call", true}, {"birth_date", "1988-01-22"}});
    EXPECT_THAT(xlsx("SELECT name, employees FROM account"), testing::ElementsAre(testing::ElementsAre("name", "employees"), testing::ElementsAre("=1+1", "12")));
    EXPECT_THAT(xlsx("SELECT last_name, do_not_call, birth_date FROM contact")[1], testing::ElementsAre("Byron", "true", "1988-01-22"));
    EXPECT_THAT(xlsx("SELECT COUNT(id) n FROM account")[1], testing::ElementsAre("1"));
}

TEST_P(Exporting, writes_a_column_for_each_field_and_a_line_for_each_row) {
    RecordId acme = create("account", {{"name", "Acme, Inc."}, {"employees", 12}});
    create("contact", {{"last_name", "Byron"}, {"account_id", acme.text()}});
    EXPECT_EQ(csv("SELECT name, employees FROM account"), "name,employees\r\n\"Acme, Inc.\",12\r\n");
    EXPECT_EQ(csv("SELECT last_name, account.name, account_id FROM contact"),
              "last_name,account.name,account_id\r\nByron,\"Acme, Inc.\"," + acme.text() + "\r\n");
    EXPECT_EQ(rows_, 1);
}

TEST_P(Exporting, writes_the_header_when_there_is_no_row) { EXPECT_EQ(csv("SELECT name FROM account"), "name\r\n"); }

TEST_P(Exporting, writes_empty_cells_for_what_is_not_there) {
    create("account", {{"name", "Acme"}});
    EXPECT_EQ(csv("SELECT name, employees, parent.name FROM account"), "name,employees,parent.name\r\nAcme,,\r\n");
}

TEST_P(Exporting, writes_what_is_counted) {
    create("account", {{"name", "Acme"}, {"type", "customer"}});
    EXPECT_EQ(csv("SELECT type, count() FROM account GROUP BY type"), "type,expr0\r\ncustomer,1\r\n");
}

TEST_P(Exporting, guards_spreadsheets_from_formulas_on_request) {
    create("account", {{"name", "=cmd()"}, {"employees", 5}, {"phone", "+1 206 555 0100 ext. 12"}});
    EXPECT_EQ(csv("SELECT name, employees, phone FROM account", {.formula_guard = documents::csv::FormulaGuard::On}),
              "name,employees,phone\r\n\"'=cmd()\",5,+12065550100;ext=12\r\n");
    EXPECT_EQ(csv("SELECT name FROM account"), "name\r\n=cmd()\r\n");
}

TEST_P(Exporting, refuses_questions_within_questions) {
    EXPECT_THROW(csv("SELECT name, (SELECT last_name FROM contacts) FROM account"), Failure);
}

}  // namespace
}  // namespace rapport::exports

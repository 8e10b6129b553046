#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "exports/record_export.h"
#include "imports/importer.h"
#include "modules/declarations.h"
#include "modules/install.h"
#include "records/outbox.h"
#include "records/tags.h"
#include "security/directory.h"
#include "storage/migrations.h"
#include "storage/testing/engines.h"

namespace rapport::imports {

/// A workspace with the standard objects and an administrator, and short ways to import and to look.
class ImportWorkspace {
public:
    explicit ImportWorkspace(storage::testing::Engine engine) : fresh_(storage::testing::fresh_database(engine)) {
        const std::array migrations{storage::Migration{1, "metadata", metadata::create_tables}, storage::Migration{2, "records", records::create_tables},
                                    storage::Migration{3, "security", security::create_tables}, storage::Migration{4, "imports", create_tables},
                                    storage::Migration{5, "change_sets", records::add_change_sets}, storage::Migration{6, "change_sets_of_imports", add_change_sets}, storage::Migration{7, "duplicate_keys", records::add_duplicate_keys}, storage::Migration{8, "outbox_change_sets", records::add_change_sets_to_outbox}, storage::Migration{9, "tags", records::create_tag_table}};
        storage::migrate(database(), migrations);
        registry_ = std::make_unique<metadata::Registry>(database(), modules::declarations());
        service_ = std::make_unique<records::Service>(database(), *registry_);
        modules::install(*service_);
        importer_ = std::make_unique<Importer>(*service_);
        RecordId ada = create("user", {{"last_name", "Lovelace"}, {"email", "ada@example.com"}, {"administrator", true}});
        actor_ = security::Directory(database(), *registry_).actor(ada);
    }

    storage::Database& database() { return fresh_->database(); }
    records::Service& service() { return *service_; }
    Importer& importer() { return *importer_; }
    const security::Actor& actor() const { return actor_; }

    RecordId create(std::string object, Json::Members fields) {
        records::Operation operation;
        operation.object = std::move(object);
        operation.fields = std::move(fields);
        return service_->apply({actor_, records::Source::System}, operation).id;
    }

    static Request request(std::string object, std::string csv, std::string_view mapping = {}) {
        Request request;
        request.mapping = {std::move(object), mapping.empty() ? Json() : Json::parse(mapping), {}};
        request.total_bytes = static_cast<std::int64_t>(csv.size());
        request.open = [csv = std::move(csv)] { return documents::bytes_of(csv); };
        return request;
    }
    Report import(const Request& request) { return last_ = importer_->run(actor_, request); }
    Report import(std::string object, std::string csv, std::string_view mapping = {}) { return import(request(std::move(object), std::move(csv), mapping)); }

    std::string csv(std::string_view soql, documents::csv::WriteOptions writing = {}) {
        exports::Request request;
        request.select = query::parse_soql(soql);
        request.writing = writing;
        std::string csv;
        exports::write_records(database(), registry_->current(), actor_, request, [&](std::string_view piece) { csv += piece; });
        return csv;
    }
    /// The rows that SOQL finds, as an export shows them.
    std::vector<std::vector<std::string>> rows(std::string_view soql) {
        documents::csv::Reader reader(documents::bytes_of(csv(soql)), {.formula_guard = documents::csv::FormulaGuard::Off});
        std::vector<std::vector<std::string>> answer;
        for (documents::Row row; reader.next(row);) answer.emplace_back(row.cells.begin(), row.cells.end());
        return answer;
    }
    /// The first column of the rows.
    std::vector<std::string> column(std::string_view soql) {
        std::vector<std::string> answer;
        for (auto& row : rows(soql)) answer.push_back(std::move(row.front()));
        return answer;
    }

    std::string errors(std::int64_t run) {
        std::string out;
        importer_->write_errors(actor_, run, [&](std::string_view piece) { out += piece; });
        return out;
    }
    /// Of the last import().
    std::string errors() { return errors(last_.id); }

private:
    std::unique_ptr<storage::testing::FreshDatabase> fresh_;
    std::unique_ptr<metadata::Registry> registry_;
    std::unique_ptr<records::Service> service_;
    std::unique_ptr<Importer> importer_;
    security::Actor actor_ = security::Actor::system("test");
    Report last_;
};

/// A new workspace for each test, on each engine.
class ImportTest : public testing::TestWithParam<storage::testing::Engine>, protected ImportWorkspace {
protected:
    ImportTest() : ImportWorkspace(GetParam()) {}
};

}  // namespace rapport::imports

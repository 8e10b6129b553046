#include "storage/testing/engines.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>

#include "storage/postgres/postgres_database.h"
#include "storage/sqlite/sqlite_database.h"
#include "storage/testing/temporary_folder.h"

namespace rapport::storage::testing {
namespace {

class FreshSqlite final : public FreshDatabase {
public:
    ~FreshSqlite() override { close(); }
    std::unique_ptr<Database> open() override { return open_sqlite(folder_.path()); }

private:
    TemporaryFolder folder_;
};

/// A schema of its own on the server that all tests share.
class FreshPostgres final : public FreshDatabase {
public:
    FreshPostgres() : url_(postgres_url()), schema_(unused_name()) {}
    ~FreshPostgres() override {
        close();
        open_postgres({.url = url_, .schema = "public", .connections = 1})->write([&](Session& session) {
            session.execute_script("DROP SCHEMA IF EXISTS " + schema_ + " CASCADE");
        });
    }
    std::unique_ptr<Database> open() override { return open_postgres({.url = url_, .schema = schema_}); }

private:
    static std::string unused_name() {
        static std::atomic<int> count = 0;
        return "test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    }

    std::string url_;
    std::string schema_;
};

}  // namespace

std::string postgres_url() {
    if (const char* url = std::getenv("RAPPORT_TEST_POSTGRES_URL")) return url;
    throw std::runtime_error(
        "This test needs a PostgreSQL server, and RAPPORT_TEST_POSTGRES_URL does not name one. Run the tests through "
        "tools/with_postgres.sh, for example: tools/with_postgres.sh ctest --test-dir build/release");
}

Database& FreshDatabase::database() {
    if (!database_) database_ = open();
    return *database_;
}

void FreshDatabase::reopen() {
    close();
    database_ = open();
}

std::unique_ptr<FreshDatabase> fresh_database(Engine engine) {
    if (engine == Engine::Sqlite) return std::make_unique<FreshSqlite>();
    return std::make_unique<FreshPostgres>();
}

std::string engine_name(const ::testing::TestParamInfo<Engine>& info) { return info.param == Engine::Sqlite ? "sqlite" : "postgres"; }

}  // namespace rapport::storage::testing

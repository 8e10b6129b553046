#include "storage/testing/engines.h"

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

}  // namespace

Database& FreshDatabase::database() {
    if (!database_) database_ = open();
    return *database_;
}

void FreshDatabase::reopen() {
    close();
    database_ = open();
}

std::unique_ptr<FreshDatabase> fresh_database(Engine) { return std::make_unique<FreshSqlite>(); }

std::string engine_name(const ::testing::TestParamInfo<Engine>&) { return "sqlite"; }

}  // namespace rapport::storage::testing

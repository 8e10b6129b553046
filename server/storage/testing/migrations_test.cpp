#include "storage/migrations.h"

#include <future>

#include "base/failure.h"
#include "storage/testing/engines.h"

namespace rapport::storage {
namespace {

class Migrations : public testing::EngineTest {
protected:
    static Migration creating(int number, std::string table) {
        return {number, "make a table", [table](Session& session) { session.execute_script("CREATE TABLE " + table + " (x INTEGER)"); }};
    }
    bool exists(const std::string& table) {
        return database().read([&](Session& session) { return session.value(session.dialect().table_exists("?1"), {table}).has_value(); });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Migrations, testing::every_engine(), testing::engine_name);

TEST_P(Migrations, run_once_each) {
    const std::vector<Migration> first{creating(1, "one")};
    const std::vector<Migration> both{creating(1, "one"), creating(2, "two")};
    EXPECT_EQ(schema_version(database()), 0);
    EXPECT_EQ(migrate(database(), first), 1);
    EXPECT_EQ(migrate(database(), both), 1);
    EXPECT_EQ(migrate(database(), both), 0);
    EXPECT_EQ(schema_version(database()), 2);
    EXPECT_TRUE(exists("one"));
    EXPECT_TRUE(exists("two"));
}

TEST_P(Migrations, leave_nothing_of_one_that_fails) {
    Migration broken{2, "fail half way", [](Session& session) {
                         session.execute_script("CREATE TABLE half (x INTEGER)");
                         session.execute("INSERT INTO nowhere VALUES (1)");
                     }};
    EXPECT_THROW(migrate(database(), std::vector<Migration>{creating(1, "one"), broken}), Failure);
    EXPECT_EQ(schema_version(database()), 1);
    EXPECT_TRUE(exists("one"));
    EXPECT_FALSE(exists("half"));
}

TEST_P(Migrations, refuse_a_newer_database_untouched) {
    migrate(database(), std::vector<Migration>{creating(1, "one"), creating(2, "two")});
    try {
        migrate(database(), std::vector<Migration>{creating(1, "other")});
        ADD_FAILURE() << "it was taken";
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::Conflict);
        EXPECT_EQ(failure.code(), "database_is_newer");
    }
    EXPECT_FALSE(exists("other"));
}

TEST_P(Migrations, run_once_when_several_processes_start_together) {
    std::vector<Migration> migrations;
    for (int number = 1; number <= 5; ++number) migrations.push_back(creating(number, "table_" + std::to_string(number)));
    std::vector<std::unique_ptr<Database>> processes;
    for (int i = 0; i < 4; ++i) processes.push_back(fresh().open());
    std::vector<std::future<int>> counts;
    for (auto& process : processes)
        counts.push_back(std::async(std::launch::async, [&] { return migrate(*process, migrations); }));
    int count = 0;
    for (auto& one : counts) count += one.get();
    EXPECT_EQ(count, 5);
    EXPECT_EQ(schema_version(database()), 5);
}

}  // namespace
}  // namespace rapport::storage

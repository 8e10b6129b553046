#include "storage/sqlite/sqlite_database.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <future>

#include "storage/sqlite/collation.h"
#include "storage/testing/sample_table_test.h"
#include "storage/testing/temporary_folder.h"

namespace rapport::storage {
namespace {

using testing::failure_of;

class SqliteDatabase : public ::testing::Test {
protected:
    std::filesystem::path file() const { return folder_.path() / "rapport.db"; }
    std::unique_ptr<Database> open() const { return open_sqlite(folder_.path()); }

    void write_file(std::string_view bytes) const { std::ofstream(file(), std::ios::binary) << bytes; }
    std::string read_file() const {
        std::ifstream stream(file(), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    static void create_sample(Database& database) {
        database.write([](Session& session) { session.execute_script("CREATE TABLE IF NOT EXISTS sample (number INTEGER)"); });
    }
    static void insert(Database& database, std::int64_t number) {
        database.write([&](Session& session) { session.execute("INSERT INTO sample (number) VALUES (?1)", {number}); });
    }
    static std::int64_t count(Database& database) {
        return database.read([](Session& session) { return session.value("SELECT count(*) FROM sample")->integer(); });
    }

    /// Runs the work in a process of its own, which ends without any tidying up.
    static pid_t in_process(const std::function<void()>& work) {
        const pid_t child = fork();
        if (child != 0) return child;
        try {
            work();
            _exit(0);
        } catch (...) {
            _exit(1);
        }
    }
    static int exit_code(pid_t child) {
        int status = 0;
        waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    testing::TemporaryFolder folder_;
};

TEST_F(SqliteDatabase, makes_its_folder_and_a_file_for_the_owner_alone) {
    const auto folder = folder_.path() / "new" / "folder";
    auto database = open_sqlite(folder);
    create_sample(*database);
    for (const char* name : {"rapport.db", "rapport.db-wal"}) {
        struct stat status {};
        ASSERT_EQ(::stat((folder / name).c_str(), &status), 0) << name;
        EXPECT_EQ(status.st_mode & 0777, 0600u) << name;
    }
}

TEST_F(SqliteDatabase, refuses_what_is_no_database) {
    const std::string text = "Dear diary, this is not a database. " + std::string(4096, 'x');
    write_file(text);
    const Failure failure = failure_of([&] { open(); });
    EXPECT_EQ(failure.kind(), FailureKind::Invalid);
    EXPECT_EQ(failure.code(), "not_a_database");
    EXPECT_EQ(read_file(), text);
}

TEST_F(SqliteDatabase, refuses_the_database_of_another_program_untouched) {
    sqlite3* other = nullptr;
    sqlite3_open(file().c_str(), &other);
    sqlite3_exec(other, "CREATE TABLE diary (day TEXT)", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    const std::string before = read_file();
    EXPECT_EQ(failure_of([&] { open(); }).code(), "not_a_database");
    EXPECT_EQ(read_file(), before);
}

TEST_F(SqliteDatabase, says_why_it_cannot_be_opened) {
    std::filesystem::create_directory(file());
    const Failure failure = failure_of([&] { open(); });
    EXPECT_EQ(failure.kind(), FailureKind::Unavailable);
    EXPECT_EQ(failure.code(), "storage_error");
    EXPECT_NE(std::string(failure.what()).find(file().string()), std::string::npos);
}

TEST_F(SqliteDatabase, takes_an_index_on_a_checkbox_for_worse_than_one_on_a_reference) {
    auto database = open();
    database->write([](Session& session) {
        session.execute_script("CREATE TABLE deal (id INTEGER PRIMARY KEY, account INTEGER, won INTEGER, amount INTEGER, deleted INTEGER);"
                               "CREATE INDEX deal_won ON deal (won, id) WHERE deleted IS NULL; CREATE INDEX deal_account ON deal (account) WHERE deleted IS NULL");
        session.execute("WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 40000) INSERT INTO deal (account, won) SELECT n % 2000, n % 2 FROM number");
    });
    // The statistics are taken before the next one writes.
    database->write([](Session& session) { session.execute("DELETE FROM deal WHERE id = 1"); });
    std::string accounts = "0";
    for (int account = 1; account < 400; ++account) accounts += "," + std::to_string(account);
    const std::string plan = open()->read([&](Session& session) {
        auto rows = session.query("EXPLAIN QUERY PLAN SELECT account, sum(amount) FROM deal WHERE deleted IS NULL AND won = 1 AND account IN (" + accounts + ") GROUP BY +account");
        rows->next();
        return std::string(rows->text(3));
    });
    EXPECT_NE(plan.find("deal_account"), std::string::npos) << plan;
}

TEST_F(SqliteDatabase, takes_what_has_no_value_for_one_that_many_share) {
    auto database = open();
    database->write([](Session& session) {
        session.execute_script("CREATE TABLE deal (id INTEGER PRIMARY KEY, region INTEGER, deleted INTEGER); CREATE INDEX deal_region ON deal (region) WHERE deleted IS NULL");
        session.execute("WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 40000) INSERT INTO deal (region) SELECT CASE WHEN n % 10 = 0 THEN 1 END FROM number");
    });
    database->write([](Session& session) { session.execute("UPDATE deal SET region = 2 WHERE id = 10"); });
    const auto stat = database->read([](Session& session) { return session.value("SELECT stat FROM sqlite_stat1 WHERE idx = 'deal_region'"); });
    ASSERT_TRUE(stat);
    const std::int64_t entries = std::stoll(std::string(stat->text()));
    EXPECT_EQ(stat->text(), std::to_string(entries) + " " + std::to_string(entries / 2));  // of one region and none
}

TEST_F(SqliteDatabase, keeps_what_it_acknowledged_when_the_process_dies) {
    const int code = exit_code(in_process([&] {
        auto database = open();
        create_sample(*database);
        for (int i = 0; i < 20; ++i) insert(*database, i);
        _exit(0);
    }));
    EXPECT_EQ(code, 0);
    EXPECT_EQ(count(*open()), 20);
}

TEST_F(SqliteDatabase, leaves_one_file_when_it_is_closed) {
    {
        auto database = open();
        create_sample(*database);
        insert(*database, 1);
        EXPECT_EQ(count(*database), 1);
    }
    EXPECT_FALSE(std::filesystem::exists(file().string() + "-wal"));
    EXPECT_EQ(count(*open()), 1);
}

TEST_F(SqliteDatabase, is_shared_by_processes) {
    create_sample(*open());
    std::vector<pid_t> children;
    for (int i = 0; i < 3; ++i)
        children.push_back(in_process([&] {
            auto database = open();
            for (int k = 0; k < 30; ++k) insert(*database, k);
        }));
    for (pid_t child : children) EXPECT_EQ(exit_code(child), 0);
    EXPECT_EQ(count(*open()), 90);
}

TEST_F(SqliteDatabase, builds_its_indexes_again_for_a_new_collation) {
    {
        auto database = open();
        database->write([](Session& session) {
            session.execute_script("CREATE TABLE person (name TEXT COLLATE rapport_text); CREATE INDEX person_name ON person (name)");
            session.execute("INSERT INTO person (name) VALUES (?1), (?2)", {"Müller", "Meyer"});
            session.execute("UPDATE storage_fact SET value = ?1 WHERE name = ?2", {"older", "collation_version"});
        });
    }
    auto database = open();
    database->read([](Session& session) {
        EXPECT_EQ(session.value("SELECT value FROM storage_fact WHERE name = 'collation_version'"), Value(collation_version()));
        EXPECT_EQ(session.value("SELECT name FROM person WHERE name = ?1", {"MEYER"}), Value("Meyer"));
    });
}

TEST_F(SqliteDatabase, does_not_nest_write_blocks) {
    auto database = open();
    const auto nested = [&] { database->write([&](Session&) { database->write([](Session&) {}); }); };
    EXPECT_EQ(failure_of(nested).kind(), FailureKind::Internal);
}

TEST_F(SqliteDatabase, undoes_of_a_group_just_the_blocks_that_throw) {
    auto database = open();
    create_sample(*database);
    // While the writer is held, all others gather for one group.
    std::promise<void> release;
    auto released = release.get_future();
    auto holder = std::async(std::launch::async, [&] { database->write([&](Session&) { released.wait(); }); });
    std::vector<std::future<void>> good, bad;
    for (int i = 0; i < 6; ++i) {
        good.push_back(std::async(std::launch::async, [&] { insert(*database, 1); }));
        bad.push_back(std::async(std::launch::async, [&, writes = i % 2 == 0] {
            database->write([&](Session& session) {
                if (writes) session.execute("INSERT INTO sample (number) VALUES (2)");
                throw Failure(FailureKind::Conflict, "changed_its_mind", "This block throws.");
            });
        }));
    }
    release.set_value();
    for (auto& one : good) one.get();
    for (auto& one : bad) EXPECT_EQ(failure_of([&] { one.get(); }).code(), "changed_its_mind");
    EXPECT_EQ(count(*database), 6);
    EXPECT_EQ(database->read([](Session& session) { return session.value("SELECT sum(number) FROM sample"); }), Value(6));
}

TEST_F(SqliteDatabase, runs_with_what_the_design_promises) {
    auto database = open();
    database->write([](Session& session) {
        EXPECT_EQ(session.value("PRAGMA journal_mode"), Value("wal"));
        EXPECT_EQ(session.value("PRAGMA synchronous"), Value(2));
    });
}

TEST_F(SqliteDatabase, goes_along_the_index_that_leads_to_fewer_rows) {
    auto database = open();
    constexpr std::int64_t rows = 2'000;
    database->write([](Session& session) {
        session.execute_script("CREATE TABLE thing (half INTEGER, few INTEGER); CREATE INDEX by_few ON thing (few); CREATE INDEX by_half ON thing (half)");
        for (std::int64_t i = 0; i < rows; ++i) session.execute("INSERT INTO thing VALUES (?1, ?2)", {i % 2, i / 4});
    });
    database->write([](Session&) {});  // comes after what the writing thread does between two groups
    database->read([](Session& session) {
        auto plan = session.query("EXPLAIN QUERY PLAN SELECT * FROM thing WHERE half = 1 AND few = 7");
        ASSERT_TRUE(plan->next());
        EXPECT_NE(plan->text(3).find("by_few"), std::string_view::npos) << plan->text(3);
    });
}

}  // namespace
}  // namespace rapport::storage

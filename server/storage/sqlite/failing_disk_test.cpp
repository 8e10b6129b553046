#include <gtest/gtest.h>

#include <future>

#include "storage/sqlite/faulty_disk_test.h"
#include "storage/sqlite/sqlite_database.h"
#include "storage/testing/sample_table_test.h"
#include "storage/testing/temporary_folder.h"

namespace rapport::storage {
namespace {

using testing::failure_of;

/// What is left when the disk is full or broken: everything from before, and nothing of what failed.
class FailingDisk : public ::testing::Test {
protected:
    static constexpr sqlite3_int64 megabyte = 1'000'000;

    FailingDisk() {
        database_ = open_sqlite(folder_.path());
        database_->write([](Session& session) { session.execute_script("CREATE TABLE sample (text TEXT)"); });
        insert(1000);
    }

    void insert(std::size_t size) {
        database_->write([&](Session& session) { session.execute("INSERT INTO sample (text) VALUES (?1)", {std::string(size, 'x')}); });
    }
    std::int64_t count() {
        return database_->read([](Session& session) { return session.value("SELECT count(*) FROM sample")->integer(); });
    }

    FaultyDisk disk_;
    testing::TemporaryFolder folder_;
    std::unique_ptr<Database> database_;
};

TEST_F(FailingDisk, that_is_full_refuses_and_keeps_what_was_there) {
    disk_.fill_up_at(megabyte);
    const Failure failure = failure_of([&] { insert(2 * megabyte); });
    EXPECT_EQ(failure.kind(), FailureKind::Unavailable);
    EXPECT_EQ(failure.code(), "disk_full");
    EXPECT_EQ(count(), 1);
    disk_.mend();
    insert(2 * megabyte);
    EXPECT_EQ(count(), 2);
}

TEST_F(FailingDisk, that_fills_up_within_a_block_leaves_nothing_of_it) {
    disk_.fill_up_at(megabyte);
    const auto write = [&] {
        database_->write([](Session& session) {
            // More than SQLite keeps in memory, so that the disk is found full before the end, and it gives up the whole transaction.
            for (int i = 0; i < 30; ++i) session.execute("INSERT INTO sample (text) VALUES (?1)", {std::string(megabyte, 'x')});
        });
    };
    EXPECT_EQ(failure_of(write).code(), "disk_full");
    EXPECT_EQ(count(), 1);
}

TEST_F(FailingDisk, is_not_hidden_by_a_block_that_goes_on) {
    disk_.fill_up_at(megabyte);
    const auto write = [&] {
        database_->write([](Session& session) {
            for (int i = 0; i < 30; ++i) {
                try {
                    session.savepoint([&] { session.execute("INSERT INTO sample (text) VALUES (?1)", {std::string(megabyte, 'x')}); });
                } catch (const Failure&) {
                    // As the pipeline does when each row stands for itself.
                }
            }
        });
    };
    EXPECT_EQ(failure_of(write).code(), "disk_full");
    EXPECT_EQ(count(), 1);
}

TEST_F(FailingDisk, that_is_full_for_one_block_still_takes_the_small_ones_beside_it) {
    disk_.fill_up_at(megabyte);
    // While the writer is held, all others gather for one group.
    std::promise<void> release;
    auto released = release.get_future();
    auto holder = std::async(std::launch::async, [&] { database_->write([&](Session&) { released.wait(); }); });
    std::vector<std::future<void>> small;
    for (int i = 0; i < 5; ++i) small.push_back(std::async(std::launch::async, [&] { insert(10); }));
    auto large = std::async(std::launch::async, [&] { return failure_of([&] { insert(2 * megabyte); }); });
    release.set_value();
    EXPECT_EQ(large.get().code(), "disk_full");
    for (auto& one : small) one.get();
    EXPECT_EQ(count(), 6);
}

TEST_F(FailingDisk, that_does_not_sync_saves_nothing) {
    disk_.break_syncing();
    const Failure failure = failure_of([&] { insert(10); });
    EXPECT_EQ(failure.kind(), FailureKind::Unavailable);
    EXPECT_EQ(failure.code(), "storage_error");
    EXPECT_EQ(count(), 1);
    disk_.mend();
    insert(10);
    EXPECT_EQ(count(), 2);
}

}  // namespace
}  // namespace rapport::storage

#include <atomic>
#include <functional>
#include <future>

#include "storage/testing/sample_table_test.h"

namespace rapport::storage {
namespace {

class Concurrency : public testing::SampleTableTest {
protected:
    /// Runs the same work in several threads and passes on what it throws.
    static void in_threads(int threads, const std::function<void(int)>& work) {
        std::vector<std::future<void>> running;
        for (int i = 0; i < threads; ++i) running.push_back(std::async(std::launch::async, work, i));
        for (auto& one : running) one.get();
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Concurrency, testing::every_engine(), testing::engine_name);

TEST_P(Concurrency, loses_no_update) {
    database().write([](Session& session) { insert(session, "counter", 0); });
    in_threads(8, [&](int) {
        for (int i = 0; i < 20; ++i)
            database().write([](Session& session) {
                const std::int64_t number = session.value("SELECT number FROM sample WHERE name = ?1", {"counter"})->integer();
                session.execute("UPDATE sample SET number = ?1 WHERE name = ?2", {number + 1, "counter"});
            });
    });
    EXPECT_EQ(database().read([](Session& session) { return session.value("SELECT number FROM sample"); }), Value(160));
}

TEST_P(Concurrency, undoes_failing_blocks_alone) {
    in_threads(16, [&](int thread) {
        for (int i = 0; i < 15; ++i) {
            const bool fails = (thread + i) % 3 == 0;
            const auto write = [&] {
                database().write([&](Session& session) {
                    insert(session, "thread " + std::to_string(thread), i);
                    if (fails) throw std::runtime_error("stop");
                });
            };
            if (fails) EXPECT_THROW(write(), std::runtime_error);
            else write();
        }
    });
    EXPECT_EQ(count(), 160);
}

TEST_P(Concurrency, gives_every_caller_its_own_answer) {
    std::vector<std::int64_t> ids(64);
    in_threads(16, [&](int thread) {
        for (int i = 0; i < 4; ++i) {
            const Value id = database().write([&](Session& session) { return insert(session, "x", thread * 4 + i); });
            ids[static_cast<std::size_t>(thread * 4 + i)] = id.integer();
        }
    });
    database().read([&](Session& session) {
        for (std::size_t number = 0; number < ids.size(); ++number)
            EXPECT_EQ(session.value("SELECT number FROM sample WHERE id = ?1", {ids[number]}), Value(static_cast<std::int64_t>(number)));
    });
}

TEST_P(Concurrency, lets_readers_see_only_whole_blocks) {
    std::atomic<bool> is_done = false;
    auto reading = std::async(std::launch::async, [&] {
        while (!is_done) EXPECT_EQ(count() % 2, 0);
    });
    for (int i = 0; i < 50; ++i)
        database().write([&](Session& session) {
            insert(session, "first", i);
            insert(session, "second", i);
        });
    is_done = true;
    reading.get();
    EXPECT_EQ(count(), 100);
}

TEST_P(Concurrency, spans_processes) {
    auto other = fresh().open();
    in_threads(8, [&](int thread) {
        Database& mine = thread % 2 ? *other : database();
        for (int i = 0; i < 20; ++i) mine.write([&](Session& session) { insert(session, "x", i); });
    });
    EXPECT_EQ(count(), 160);
}

}  // namespace
}  // namespace rapport::storage

#include "storage/postgres/postgres_database.h"

#include <future>

#include "storage/testing/sample_table_test.h"

namespace rapport::storage {
namespace {

using testing::failure_of;

/// What only a server that is somewhere else can do to us.
class PostgresDatabase : public testing::SampleTableTest {
protected:
    static Value backend(Session& session) { return *session.value("SELECT pg_backend_pid()"); }

    /// Ends a connection from outside, and returns when the server has forgotten it.
    void terminate(const Value& backend_id) {
        auto other = fresh().open();
        other->read([&](Session& session) { session.value("SELECT pg_terminate_backend(CAST(?1 AS integer), 10000)", {backend_id}); });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, PostgresDatabase, ::testing::Values(testing::Engine::Postgres), testing::engine_name);

TEST_P(PostgresDatabase, reads_again_after_its_idle_connection_was_closed) {
    terminate(database().read(backend));
    EXPECT_EQ(count(), 0);
}

TEST_P(PostgresDatabase, writes_again_after_its_idle_connection_was_closed) {
    terminate(database().write(backend));
    database().write([](Session& session) { insert(session, "Anna"); });
    EXPECT_EQ(count(), 1);
}

TEST_P(PostgresDatabase, runs_a_block_again_when_the_connection_broke_in_its_middle) {
    int runs = 0;
    database().write([&](Session& session) {
        insert(session, "Anna");
        if (++runs == 1) terminate(backend(session));
        insert(session, "Bert");
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(count(), 2);
}

TEST_P(PostgresDatabase, says_so_when_the_connection_broke_in_the_middle_of_reading) {
    const Failure failure = failure_of([&] {
        database().read([&](Session& session) {
            terminate(backend(session));
            session.value("SELECT 1");
        });
    });
    EXPECT_EQ(failure.code(), "database_unreachable");
    EXPECT_EQ(count(), 0);
}

TEST_P(PostgresDatabase, does_not_know_what_became_of_a_commit_that_broke) {
    const Failure failure = failure_of([&] {
        database().write([&](Session& session) {
            insert(session, "Anna");
            terminate(backend(session));
        });
    });
    EXPECT_EQ(failure.code(), "outcome_unknown");
}

TEST_P(PostgresDatabase, runs_a_block_again_that_met_another) {
    database().write([](Session& session) { insert(session, "counter", 0); });
    int runs = 0;
    database().write([&](Session& session) {
        const std::int64_t number = session.value("SELECT number FROM sample")->integer();
        if (++runs == 1) database().write([](Session& other) { other.execute("UPDATE sample SET number = 10"); });
        session.execute("UPDATE sample SET number = ?1", {number + 1});
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(database().read([](Session& session) { return session.value("SELECT number FROM sample"); }), Value(11));
}

TEST_P(PostgresDatabase, runs_a_block_again_even_when_it_hid_the_failure) {
    database().write([](Session& session) { insert(session, "counter", 0); });
    int runs = 0;
    database().write([&](Session& session) {
        const std::int64_t number = session.value("SELECT number FROM sample")->integer();
        if (++runs == 1) database().write([](Session& other) { other.execute("UPDATE sample SET number = 10"); });
        try {
            session.savepoint([&] { session.execute("UPDATE sample SET number = ?1", {number + 1}); });
        } catch (const Failure&) {
            // As the pipeline does when each row stands for itself.
        }
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(database().read([](Session& session) { return session.value("SELECT number FROM sample"); }), Value(11));
}

TEST_P(PostgresDatabase, does_not_take_a_failed_block_for_saved) {
    const Failure failure = failure_of([&] {
        database().write([&](Session& session) {
            insert(session, "Anna");
            EXPECT_THROW(session.value("SELECT nothing"), Failure);
        });
    });
    EXPECT_EQ(failure.code(), "schema_mismatch");
    EXPECT_EQ(count(), 0);
}

TEST_P(PostgresDatabase, keeps_two_blocks_apart_that_read_what_the_other_writes) {
    // Each block alone leaves one row; with snapshots alone both would be deleted.
    database().write([](Session& session) {
        insert(session, "first", 1);
        insert(session, "second", 2);
    });
    const auto remove = [](Session& session, std::int64_t number) {
        if (session.value("SELECT count(*) FROM sample")->integer() > 1) session.execute("DELETE FROM sample WHERE number = ?1", {number});
    };
    int runs = 0;
    database().write([&](Session& session) {
        session.value("SELECT count(*) FROM sample");
        if (++runs == 1) database().write([&](Session& other) { remove(other, 2); });
        remove(session, 1);
    });
    EXPECT_EQ(count(), 1);
}

TEST_P(PostgresDatabase, has_no_connection_for_those_who_come_too_late) {
    auto one = open_postgres({.url = testing::postgres_url(), .connections = 1});
    one->read([&](Session& session) {
        session.value("SELECT 1");
        auto late = std::async(std::launch::async, [&] {
            return failure_of([&] { one->read([](Session&) {}, ReadLimit{std::chrono::milliseconds(20)}); });
        });
        EXPECT_EQ(late.get().code(), "database_busy");
    });
}

}  // namespace
}  // namespace rapport::storage

#include "storage/testing/sample_table_test.h"

namespace rapport::storage {
namespace {

using testing::failure_of;

class Transactions : public testing::SampleTableTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Transactions, testing::every_engine(), testing::engine_name);

TEST_P(Transactions, keep_what_a_block_wrote) {
    database().write([](Session& session) { insert(session, "Anna"); });
    EXPECT_EQ(count(), 1);
    fresh().reopen();
    EXPECT_EQ(count(), 1);
}

TEST_P(Transactions, undo_what_a_throwing_block_wrote) {
    struct Stop {};
    EXPECT_THROW(database().write([](Session& session) {
        insert(session, "Anna");
        throw Stop();
    }),
                 Stop);
    EXPECT_EQ(count(), 0);
}

TEST_P(Transactions, undo_what_came_before_a_failed_statement) {
    EXPECT_THROW(database().write([](Session& session) {
        insert(session, "Anna");
        session.execute("INSERT INTO nowhere (name) VALUES (?1)", {"x"});
    }),
                 Failure);
    EXPECT_EQ(count(), 0);
}

TEST_P(Transactions, undo_a_savepoint_alone) {
    database().write([](Session& session) {
        insert(session, "before");
        EXPECT_THROW(session.savepoint([&] {
            insert(session, "inside");
            session.execute("INSERT INTO nowhere (name) VALUES (?1)", {"x"});
        }),
                     Failure);
        insert(session, "after");
    });
    EXPECT_EQ(count(), 2);
}

TEST_P(Transactions, have_savepoints_within_savepoints) {
    database().write([](Session& session) {
        session.savepoint([&] {
            insert(session, "outer");
            EXPECT_THROW(session.savepoint([&] {
                insert(session, "inner");
                session.savepoint([&] { insert(session, "innermost"); });
                throw std::runtime_error("stop");
            }),
                         std::runtime_error);
            session.savepoint([&] { insert(session, "second"); });
        });
    });
    EXPECT_EQ(count(), 2);
}

TEST_P(Transactions, are_not_seen_by_readers_before_they_end) {
    database().write([&](Session& session) {
        insert(session, "Anna");
        EXPECT_EQ(count(), 0);
    });
    EXPECT_EQ(count(), 1);
}

TEST_P(Transactions, do_not_change_what_a_reader_sees) {
    database().read([&](Session& session) {
        EXPECT_EQ(session.value("SELECT count(*) FROM sample"), Value(0));
        database().write([](Session& writer) { insert(writer, "Anna"); });
        EXPECT_EQ(session.value("SELECT count(*) FROM sample"), Value(0));
        EXPECT_EQ(session.value("SELECT max(name) FROM sample"), Value());
    });
    EXPECT_EQ(count(), 1);
}

TEST_P(Transactions, that_read_cannot_write) {
    EXPECT_EQ(failure_of([&] { database().read([](Session& session) { insert(session, "Anna"); }); }).kind(), FailureKind::Internal);
    EXPECT_EQ(count(), 0);
}

TEST_P(Transactions, can_change_tables_and_be_undone) {
    EXPECT_THROW(database().write([](Session& session) {
        session.execute_script("ALTER TABLE sample ADD COLUMN extra INTEGER; CREATE INDEX sample_number ON sample (number)");
        session.execute("INSERT INTO sample (extra) VALUES (?1)", {1});
        throw std::runtime_error("stop");
    }),
                 std::runtime_error);
    EXPECT_THROW(database().read([](Session& session) { session.value("SELECT extra FROM sample"); }), Failure);
}

TEST_P(Transactions, find_tables_changed_under_prepared_statements) {
    const auto columns = [&] {
        return database().write([](Session& session) {
            auto cursor = session.query("SELECT * FROM sample");
            EXPECT_TRUE(cursor->next());
            return cursor->value(2);
        });
    };
    database().write([](Session& session) { insert(session, "Anna", 7); });
    EXPECT_EQ(columns(), Value(7));
    database().write([](Session& session) { session.execute_script("ALTER TABLE sample DROP COLUMN name; ALTER TABLE sample ADD COLUMN extra INTEGER DEFAULT 8"); });
    EXPECT_EQ(columns(), Value(8));
    database().write([](Session& session) { session.execute_script("ALTER TABLE sample ADD COLUMN last INTEGER"); });
    EXPECT_EQ(database().read([](Session& session) { return session.value("SELECT count(last) FROM sample"); }), Value(0));
}

}  // namespace
}  // namespace rapport::storage

#include <fstream>

#include "storage/testing/sample_table_test.h"

namespace rapport::storage {
namespace {

using testing::failure_of;

class Statements : public testing::SampleTableTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Statements, testing::every_engine(), testing::engine_name);

/// Numbers from 1 to ?1, on every engine.
constexpr std::string_view counting = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) ";

std::int64_t memory_in_kilobytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::stoll(line.substr(6));
    return 0;
}

TEST_P(Statements, answer_how_many_rows_they_changed) {
    database().write([](Session& session) {
        EXPECT_EQ(session.execute("INSERT INTO sample (name) VALUES (?1), (?2)", {"a", "b"}), 2);
        EXPECT_EQ(session.execute("UPDATE sample SET number = 1"), 2);
        EXPECT_EQ(session.execute("DELETE FROM sample WHERE name = ?1", {"nobody"}), 0);
        EXPECT_EQ(session.execute("CREATE TABLE other (x INTEGER)"), 0);
    });
}

TEST_P(Statements, number_rows_from_the_first_id_and_never_again) {
    database().write([](Session& session) {
        EXPECT_EQ(insert(session, "a"), Value(100));
        EXPECT_EQ(insert(session, "b"), Value(101));
        session.execute("DELETE FROM sample WHERE id = ?1", {101});
        EXPECT_EQ(insert(session, "c"), Value(102));
    });
}

TEST_P(Statements, answer_the_id_of_a_row_they_inserted) {
    database().write([](Session& session) {
        EXPECT_EQ(session.insert("INSERT INTO sample (name) VALUES (?1)", {"a"}), 100);
        EXPECT_EQ(session.insert("INSERT INTO sample (name) VALUES (?1)", {"b"}), 101);
    });
}

TEST_P(Statements, take_ids_of_records) {
    const std::int64_t first = (std::int64_t{0x7fff} << 48) + 1;
    database().write([&](Session& session) {
        session.execute_script(session.dialect().create_table("case", "", first));
        EXPECT_EQ(session.value("INSERT INTO \"case\" DEFAULT VALUES RETURNING id"), Value(first));
    });
}

TEST_P(Statements, name_the_columns_of_a_duplicate) {
    database().write([](Session& session) { session.execute_script("CREATE UNIQUE INDEX sample_unique ON sample (name, number)"); });
    database().write([](Session& session) { insert(session, "Anna", 1); });
    const Failure failure = failure_of([&] { database().write([](Session& session) { insert(session, "ANNA", 1); }); });
    EXPECT_EQ(failure.kind(), FailureKind::Conflict);
    EXPECT_EQ(failure.code(), "duplicate_value");
    ASSERT_EQ(failure.problems().size(), 2u);
    EXPECT_EQ(failure.problems()[0].field, "name");
    EXPECT_EQ(failure.problems()[1].field, "number");
}

TEST_P(Statements, name_the_index_of_a_duplicate_expression) {
    database().write([](Session& session) { session.execute_script("CREATE UNIQUE INDEX sample_unique ON sample (abs(number))"); });
    database().write([](Session& session) { insert(session, "Anna", 1); });
    const Failure failure = failure_of([&] { database().write([](Session& session) { insert(session, "Bert", -1); }); });
    EXPECT_EQ(failure.code(), "duplicate_value");
    ASSERT_EQ(failure.problems().size(), 1u);
    EXPECT_EQ(failure.problems()[0].field, "sample_unique");
}

TEST_P(Statements, that_are_wrong_are_bugs) {
    for (const char* sql : {"SELEC 1", "SELECT nothing FROM sample", "SELECT \"nothing\" FROM sample", "SELECT 1; SELECT 2", ""}) {
        const Failure failure = failure_of([&] { database().read([&](Session& session) { session.value(sql); }); });
        EXPECT_EQ(failure.kind(), FailureKind::Internal) << sql;
    }
}

TEST_P(Statements, with_missing_parameters_are_bugs) {
    const auto run = [&] { database().read([](Session& session) { session.value("SELECT ?1 + ?2", {1}); }); };
    EXPECT_EQ(failure_of(run).kind(), FailureKind::Internal);
}

TEST_P(Statements, run_while_others_are_still_read) {
    database().write([](Session& session) {
        for (int i = 1; i <= 3; ++i) insert(session, "name " + std::to_string(i), i);
    });
    database().read([](Session& session) {
        constexpr std::string_view sql = "SELECT number FROM sample ORDER BY number";
        std::vector<std::int64_t> seen;
        auto outer = session.query(sql);
        while (outer->next()) {
            auto inner = session.query(sql);
            while (inner->next()) seen.push_back(outer->integer(0) * 10 + inner->integer(0));
        }
        EXPECT_EQ(seen, (std::vector<std::int64_t>{11, 12, 13, 21, 22, 23, 31, 32, 33}));
    });
}

TEST_P(Statements, may_be_left_half_read) {
    database().read([](Session& session) {
        const auto sql = std::string(counting) + "SELECT i FROM n";
        for (int i = 0; i < 3; ++i) {
            auto cursor = session.query(sql, {10'000});
            EXPECT_TRUE(cursor->next());
            EXPECT_EQ(cursor->integer(0), 1);
        }
        EXPECT_EQ(session.value("SELECT 5"), Value(5));
    });
    EXPECT_EQ(count(), 0);
}

TEST_P(Statements, end_after_their_last_row) {
    database().read([](Session& session) {
        auto cursor = session.query("SELECT 1");
        EXPECT_TRUE(cursor->next());
        EXPECT_FALSE(cursor->next());
        EXPECT_FALSE(cursor->next());
    });
}

TEST_P(Statements, are_many_more_than_are_kept_prepared) {
    database().read([](Session& session) {
        for (int round = 0; round < 2; ++round)
            for (int i = 0; i < 400; ++i)
                ASSERT_EQ(session.value("SELECT " + std::to_string(i) + " + ?1", {i}), Value(2 * i));
    });
}

TEST_P(Statements, take_no_memory_for_long_results) {
    const auto read = [&](std::int64_t rows) {
        return database().read([&](Session& session) {
            auto cursor = session.query(std::string(counting) + "SELECT ?2 FROM n", {rows, std::string(1000, 'x')});
            std::int64_t bytes = 0;
            while (cursor->next()) bytes += static_cast<std::int64_t>(cursor->text(0).size());
            return bytes;
        });
    };
    read(10);
    const std::int64_t before = memory_in_kilobytes();
    EXPECT_EQ(read(200'000), 200'000'000);
    EXPECT_LT(memory_in_kilobytes() - before, 30'000);
}

TEST_P(Statements, are_stopped_at_the_deadline) {
    const auto endless = [&] {
        database().read([](Session& session) { session.value(std::string(counting) + "SELECT count(*) FROM n", {1'000'000'000'000}); },
                        ReadLimit{std::chrono::milliseconds(50)});
    };
    const auto begin = std::chrono::steady_clock::now();
    const Failure failure = failure_of(endless);
    EXPECT_EQ(failure.kind(), FailureKind::Unavailable);
    EXPECT_EQ(failure.code(), "deadline_exceeded");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(4));
    EXPECT_EQ(count(), 0);
}

TEST_P(Statements, share_one_deadline) {
    const auto work = [&] {
        database().read(
            [](Session& session) {
                while (true) session.value(std::string(counting) + "SELECT count(*) FROM n", {100});
            },
            ReadLimit{std::chrono::milliseconds(50)});
    };
    EXPECT_EQ(failure_of(work).code(), "deadline_exceeded");
}

}  // namespace
}  // namespace rapport::storage

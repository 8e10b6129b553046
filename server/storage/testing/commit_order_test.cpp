#include <vector>

#include "storage/testing/sample_table_test.h"

namespace rapport::storage {
namespace {

class CommitOrder : public testing::SampleTableTest {
protected:
    void SetUp() override {
        SampleTableTest::SetUp();
        if (auto script = dialect().keep_commit_order("sample"); !script.empty())
            database().write([&](Session& session) { session.execute_script(script); });
    }
    std::string mark() {
        return database().read([&](Session& session) { return std::string(session.value("SELECT " + dialect().committed_until_now("sample"))->text()); });
    }
    std::vector<std::string> since(const std::string& place) {
        return database().read([&](Session& session) {
            std::vector<std::string> names;
            auto rows = session.query("SELECT name FROM sample WHERE " + dialect().committed_after("?1") + " ORDER BY id", {place});
            while (rows->next()) names.emplace_back(rows->text(0));
            return names;
        });
    }
    void add(const std::string& name) {
        database().write([&](Session& session) { insert(session, name); });
    }
    using Names = std::vector<std::string>;
};
INSTANTIATE_TEST_SUITE_P(Engines, CommitOrder, testing::every_engine(), testing::engine_name);

TEST_P(CommitOrder, tells_what_was_committed_since_a_mark) {
    add("before");
    std::string first = mark();
    EXPECT_EQ(since(first), Names());
    add("one");
    std::string second = mark();
    add("two");
    EXPECT_EQ(since(first), (Names{"one", "two"}));
    EXPECT_EQ(since(second), Names{"two"});
    EXPECT_EQ(since(mark()), Names());
}

TEST_P(CommitOrder, tells_nothing_that_was_undone) {
    std::string before = mark();
    EXPECT_THROW(database().write([&](Session& session) {
        insert(session, "undone");
        throw std::runtime_error("stop");
    }),
                 std::runtime_error);
    add("done");
    EXPECT_EQ(since(before), Names{"done"});
}

/// Where several write at once, numbers are given before it is known who commits first.
class OverlappingCommits : public CommitOrder {};
INSTANTIATE_TEST_SUITE_P(Engines, OverlappingCommits, ::testing::Values(testing::Engine::Postgres), testing::engine_name);

TEST_P(OverlappingCommits, are_read_when_they_have_happened) {
    auto other = fresh().open();
    std::string begin = mark();
    std::string middle;
    other->write([&](Session& session) {
        insert(session, "begun first");
        add("committed first");
        EXPECT_EQ(since(begin), Names{"committed first"});
        middle = mark();
    });
    EXPECT_EQ(since(middle), Names{"begun first"});
    EXPECT_EQ(since(begin), (Names{"begun first", "committed first"}));
}

}  // namespace
}  // namespace rapport::storage

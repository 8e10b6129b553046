#include <gtest/gtest.h>

#include <chrono>

#include "doors.h"
#include "records/undo.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

/// What is too much for one transaction is done by jobs.
class LargeUndo : public DoorsTest {
protected:
    static constexpr int rows = 1300;

    void SetUp() override {
        DoorsTest::SetUp();
        std::string csv = "name,industry\n";
        for (int i = 0; i < rows; ++i) csv += "Account " + std::to_string(i) + ",retail\n";
        Json started = administer(Post, "/imports", Json::Members{{"object", "account"}, {"csv", csv}});
        import_ = ended("/imports/" + std::to_string(started["id"].integer()))["change_set"].integer();
    }

    /// What became of it, when its job has come to an end.
    Json ended(const std::string& path) {
        for (const auto& job : workspace().jobs().list({})) workspace().jobs().wait(job.id, std::chrono::minutes(10));
        return administer(Get, path);
    }
    Json undo(std::int64_t change_set) {
        Json started = administer(Post, path_of(change_set) + "/undo", Json::Members{});
        return ended(path_of(started["change_set"].integer()));
    }
    static std::string path_of(std::int64_t change_set) { return "/change_sets/" + std::to_string(change_set); }
    std::int64_t accounts() { return administer(Post, "/query", Json::Members{{"soql", "SELECT COUNT(id) n FROM account"}})["records"].array()[0]["n"].integer(); }

    std::int64_t import_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Engines, LargeUndo, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(LargeUndo, is_done_to_its_end_and_can_itself_be_undone) {
    Json set = undo(import_);
    EXPECT_EQ(set["state"].string(), "done");
    EXPECT_EQ(set["report"]["undone"].integer(), rows);
    EXPECT_EQ(set["report"]["conflict_count"].integer(), 0);
    EXPECT_EQ(accounts(), 0);
    EXPECT_EQ(administer(Get, path_of(import_))["undone"].string(), "yes");
    EXPECT_EQ(undo(set["id"].integer())["report"]["undone"].integer(), rows);
    EXPECT_EQ(accounts(), rows);
}

TEST_P(LargeUndo, goes_on_from_where_another_process_ended) {
    auto actor = workspace().actor("");
    const records::UndoRequest request{import_};
    auto in_transaction = [&](auto&& block) { workspace().database().write([&](storage::Session& session) { block(session); }); };
    std::set<std::string> changed;
    std::int64_t number = 0;
    in_transaction([&](storage::Session& session) { number = records::Undo(workspace().records(), actor, records::Source::Api).begin(request, session); });
    for (bool more = true; more;)  // each time as somebody who knows of nothing before
        in_transaction([&](storage::Session& session) { more = records::Undo(workspace().records(), actor, records::Source::Api).go_on(number, request, session, changed); });
    Json set = administer(Get, path_of(number));
    EXPECT_EQ(set["state"].string(), "done");
    EXPECT_EQ(set["report"]["undone"].integer(), rows);
    EXPECT_EQ(set["report"]["unchanged"].integer(), 0);
    EXPECT_EQ(accounts(), 0);
}

TEST_P(LargeUndo, that_is_given_up_can_be_done_again) {
    auto actor = workspace().actor("");
    std::int64_t number = 0;
    workspace().database().write([&](storage::Session& session) { number = records::Undo(workspace().records(), actor, records::Source::Api).begin({import_}, session); });
    EXPECT_EQ(send(administrator, Post, path_of(import_) + "/undo").json().string_or("code", ""), "undo_running");
    workspace().database().write([&](storage::Session& session) { records::end_running(session, number, "failed"); });
    EXPECT_EQ(administer(Get, path_of(number))["state"].string(), "failed");
    EXPECT_EQ(undo(import_)["report"]["undone"].integer(), rows);
}

}  // namespace
}  // namespace rapport::scenarios

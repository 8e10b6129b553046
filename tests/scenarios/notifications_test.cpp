#include <gtest/gtest.h>

#include "doors.h"
#include "http/channel.h"
#include "notifications/inbox.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

/// What a scenario cannot show: several nodes, time that passes, and work that goes wrong.
class Notifications : public DoorsTest {
protected:
    void SetUp() override {
        DoorsTest::SetUp();
        ann_ = make("user", {{"last_name", "Able"}, {"email", "ann@example.com"}});
    }

    std::string give(const std::string& name) { return make("account", {{"name", name}, {"owner_id", ann_}}); }
    Json told(const std::string& path = "/notifications") { return send("ann@example.com", Get, path).json(); }
    RecordId ann() { return workspace().actor("ann@example.com").user(); }
    static DateTime after(std::int64_t seconds) { return DateTime(DateTime::now().microseconds() + seconds * DateTime::second); }

    std::string ann_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Notifications, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Notifications, come_once_however_many_nodes_look) {
    auto database = fresh().open();
    notifications::Collector other(*database, workspace().registry(), workspace().directory());
    other.look();
    give("One");
    EXPECT_TRUE(collector().look());
    EXPECT_FALSE(other.look());
    give("Two");
    EXPECT_TRUE(other.look());
    EXPECT_FALSE(collector().look());
    give("Three");
    // One that has just been started begins where the others are.
    notifications::Collector third(*database, workspace().registry(), workspace().directory());
    EXPECT_TRUE(third.look());
    EXPECT_FALSE(collector().look());
    EXPECT_FALSE(other.look());
    EXPECT_EQ(told()["groups"].array().size(), 3U);
}

TEST_P(Notifications, of_one_act_in_several_transactions_are_one) {
    const auto admin = workspace().actor(administrator);
    records::ChangeSet act(admin, records::Source::Import, "import");
    for (int i = 0; i < 3; ++i) {
        const records::Run run{admin, records::Source::Import, records::Mode::AllOrNothing, &act};
        std::vector<records::Operation> operations;
        for (int j = 0; j < 150; ++j) {
            records::Operation& operation = operations.emplace_back();
            operation.object = "account";
            operation.fields = Json::Members{{"name", "Account " + std::to_string(150 * i + j)}, {"owner_id", ann_}};
        }
        workspace().database().write([&](storage::Session& session) {
            std::set<std::string> changed;
            workspace().records().apply(run, operations, session, changed);
            act.close(session);
        });
        EXPECT_TRUE(collector().look());
    }
    const Json all = told();
    ASSERT_EQ(all["groups"].array().size(), 1U);
    const Json& group = all["groups"].array()[0];
    EXPECT_EQ(group["notifications"].array()[0]["count"].integer(), 450);
    EXPECT_EQ(group["records"].array().size(), 200U);
}

TEST_P(Notifications, are_counted_live_on_another_node) {
    auto database = fresh().open();
    live::Feed other(*database, workspace().registry(), workspace().directory());
    auto channel = other.listen(ann(), [this] { return std::optional(workspace().directory().actor(ann())); }, {}, "");
    auto heard = [&] {
        other.look();
        std::string text;
        channel->take(text);
        return text;
    };
    heard();
    give("One");
    collector().look();
    EXPECT_NE(heard().find("event: notifications\ndata: {\"unread\":1}"), std::string::npos);
    send("ann@example.com", Post, "/notifications/read", R"({"until": ")" + after(1).text() + "\"}");
    EXPECT_NE(heard().find("{\"unread\":0}"), std::string::npos);
    EXPECT_EQ(heard(), "");
}

TEST_P(Notifications, come_back_when_they_were_put_off) {
    const std::string harbour = give("Harbour");
    give("Lighthouse");
    collector().look();
    const DateTime until = after(3600);
    EXPECT_EQ(send("ann@example.com", Post, "/notifications/snooze", R"({"group": ")" + harbour + R"(", "until": ")" + until.text() + "\"}").status, 204);
    EXPECT_EQ(told()["groups"].array().size(), 1U);
    EXPECT_EQ(told()["next_at"].string(), until.text());
    EXPECT_EQ(told("/notifications?show=snoozed")["groups"].array()[0]["snoozed_until"].string(), until.text());
    const auto later = workspace().database().read([&](storage::Session& session) { return notifications::read_page(session, {ann()}, after(3601)); });
    ASSERT_EQ(later.groups.size(), 2U);
    EXPECT_EQ(later.groups.front().key, harbour);
    EXPECT_FALSE(later.groups.front().is_read());
    EXPECT_EQ(send("ann@example.com", Post, "/notifications/snooze", R"({"group": ")" + harbour + R"(", "until": null})").status, 204);
    EXPECT_EQ(told()["groups"].array().size(), 2U);
}

TEST_P(Notifications, tell_of_work_that_was_given_up) {
    jobs::Queue queue(workspace().database());
    queue.add_kind({.name = "letters", .label = "Send letters", .run = [](jobs::Work&) { throw Failure(FailureKind::Invalid, "no_paper", "There is no paper."); }});
    queue.on_end(notifications::tell_of_job);
    const jobs::Runner runner(workspace().database(), queue, {.threads = 1});
    const auto job = queue.add({.kind = "letters", .user = ann()});
    queue.wait(job, std::chrono::minutes(5));
    const Json all = told();
    ASSERT_EQ(all["groups"].array().size(), 1U);
    EXPECT_EQ(all["groups"].array()[0]["notifications"].array()[0]["job"]["state"].string(), "failed");
    EXPECT_EQ(told("/notifications/unread")["unread"].integer(), 1);
    // Tried again, it is told again, in the same place.
    send("ann@example.com", Post, "/notifications/read", R"({"group": "job/)" + std::to_string(job) + "\"}");
    queue.retry(job, ann());
    queue.wait(job, std::chrono::minutes(5));
    EXPECT_EQ(told("/notifications/unread")["unread"].integer(), 1);
    EXPECT_EQ(told()["groups"].array().size(), 1U);
}

TEST_P(Notifications, are_forgotten_when_they_are_old_or_too_many) {
    for (int i = 0; i < 5; ++i) give("Account " + std::to_string(i));
    collector().look();
    EXPECT_EQ(notifications::trim(workspace().database(), after(-3600), 3), 2);
    EXPECT_EQ(told()["groups"].array().size(), 3U);
    EXPECT_EQ(notifications::trim(workspace().database(), after(3600), 3), 3);
}

TEST_P(Notifications, are_not_told_of_what_was_restored_with_another_outbox) {
    give("One");
    workspace().database().write([](storage::Session& session) { session.execute("UPDATE notification_place SET place = '{\"committed\": \"1:1:\", \"newest\": 999999, \"newest_at\": 1}'"); });
    EXPECT_FALSE(collector().look());
    give("Two");
    EXPECT_TRUE(collector().look());
    EXPECT_EQ(told()["groups"].array().size(), 1U);
}

}  // namespace
}  // namespace rapport::scenarios

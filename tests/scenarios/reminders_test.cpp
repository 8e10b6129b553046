#include <gtest/gtest.h>

#include "doors.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

/// What a scenario cannot show: a server that was down, several of them, and other databases.
class Reminders : public DoorsTest {
protected:
    static DateTime after(std::int64_t seconds) { return DateTime(DateTime::now().microseconds() + seconds * DateTime::second); }
    std::string remind_of(const std::string& subject, std::int64_t seconds) { return make("task", {{"subject", subject}, {"reminder_at", after(seconds).text()}}); }
    std::int64_t told() { return send(administrator, Get, "/notifications/unread").json()["unread"].integer(); }
    std::int64_t due() {
        return workspace().database().read([](storage::Session& session) { return session.value("SELECT count(*) FROM notification_due")->integer(); });
    }
    notifications::Collector started_again(storage::Database& database) { return {database, workspace().registry(), workspace().directory()}; }
};
INSTANTIATE_TEST_SUITE_P(Engines, Reminders, storage::testing::every_engine(), storage::testing::engine_name);

constexpr std::int64_t hour = 3600;

TEST_P(Reminders, that_the_server_missed_are_told_once_when_it_comes_back) {
    remind_of("Seen before it went", hour);
    collector().look();
    remind_of("Saved as it went", hour);
    auto database = fresh().open();
    auto again = started_again(*database);
    EXPECT_TRUE(again.look(after(20 * hour)));
    EXPECT_EQ(told(), 2);
    EXPECT_FALSE(again.look(after(20 * hour)));
    auto third = started_again(*database);
    EXPECT_FALSE(third.look(after(20 * hour)));
    EXPECT_EQ(told(), 2);
    EXPECT_EQ(due(), 0);
}

TEST_P(Reminders, are_not_told_when_they_are_older_than_a_day) {
    remind_of("One", hour);
    collector().look();
    EXPECT_FALSE(collector().look(after(26 * hour)));
    EXPECT_EQ(told(), 0);
    EXPECT_EQ(due(), 0);
}

TEST_P(Reminders, that_had_passed_when_they_were_set_are_not_told) {
    remind_of("Imported from elsewhere", -hour);
    EXPECT_FALSE(collector().look());
    EXPECT_EQ(due(), 0);
}

TEST_P(Reminders, come_once_however_many_nodes_look) {
    auto database = fresh().open();
    auto other = started_again(*database);
    other.look();
    const std::string task = remind_of("One", hour);
    EXPECT_FALSE(collector().look());
    EXPECT_FALSE(other.look());
    EXPECT_TRUE(other.look(after(2 * hour)));
    EXPECT_FALSE(collector().look(after(2 * hour)));
    // Moved on one node, it is told by the other.
    send(administrator, Patch, "/records/task/" + task, R"({"reminder_at": ")" + after(3 * hour).text() + "\"}");
    EXPECT_FALSE(other.look(after(2 * hour)));
    EXPECT_TRUE(collector().look(after(4 * hour)));
    EXPECT_FALSE(other.look(after(4 * hour)));
    EXPECT_EQ(send(administrator, Get, "/notifications").json()["groups"].array()[0]["notifications"].array().size(), 2U);
}

TEST_P(Reminders, are_gathered_from_the_records_where_they_were_not_kept) {
    remind_of("Late", hour);
    remind_of("Coming", 30 * hour);
    make("event", {{"subject", "Weekly"}, {"starts_at", after(-30 * 24 * hour).text()}, {"ends_at", after(-30 * 24 * hour + hour).text()}, {"reminder_at", after(-30 * 24 * hour - hour).text()}, {"recurrence", "FREQ=DAILY"}});
    collector().look();
    // As in a workspace that was restored, or is older than reminders.
    workspace().database().write([](storage::Session& session) {
        session.execute("DELETE FROM notification_due");
        session.execute("DELETE FROM notification_place WHERE name = 'reminders'");
    });
    EXPECT_TRUE(collector().look(after(2 * hour)));
    EXPECT_EQ(told(), 2);
    EXPECT_EQ(due(), 2);
    EXPECT_FALSE(collector().look(after(2 * hour)));
}

TEST_P(Reminders, many_at_the_same_moment_are_all_told) {
    Json::Array operations;
    const std::string at = after(hour).text();
    for (int i = 0; i < 1500; ++i) operations.push_back(Json::Members{{"operation", "create"}, {"object", "task"}, {"fields", Json::Members{{"subject", "Task " + std::to_string(i)}, {"reminder_at", at}}}});
    for (std::size_t i = 0; i < operations.size(); i += 500)
        administer(Post, "/batch", Json::Members{{"mode", "all_or_nothing"}, {"operations", Json::Array(operations.begin() + i, operations.begin() + i + 500)}});
    collector().look();
    EXPECT_EQ(due(), 1500);
    EXPECT_TRUE(collector().look(after(2 * hour)));
    EXPECT_EQ(due(), 0);
    EXPECT_EQ(told(), 1500);
}

TEST_P(Reminders, of_an_event_that_recurs_are_told_for_the_last_time_that_was_missed) {
    make("event", {{"subject", "Daily"}, {"starts_at", after(2 * hour).text()}, {"ends_at", after(3 * hour).text()}, {"reminder_at", after(hour).text()}, {"recurrence", "FREQ=DAILY;COUNT=3"}});
    collector().look();
    EXPECT_TRUE(collector().look(after(26 * hour)));
    EXPECT_EQ(told(), 1);
    EXPECT_EQ(due(), 1);
    EXPECT_TRUE(collector().look(after(50 * hour)));
    EXPECT_EQ(due(), 0);
}

}  // namespace
}  // namespace rapport::scenarios

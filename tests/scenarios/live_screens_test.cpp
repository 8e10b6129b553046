#include <gtest/gtest.h>

#include "doors.h"
#include "http/channel.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

/// What a scenario cannot show: two nodes, and time that passes.
class LiveScreens : public DoorsTest {
protected:
    void SetUp() override {
        DoorsTest::SetUp();
        ann_ = make("user", {{"last_name", "Able"}, {"email", "ann@example.com"}});
        ben_ = make("user", {{"last_name", "Baker"}, {"email", "ben@example.com"}});
        account_ = make("account", {{"name", "Acme"}});
    }

    static std::string heard(http::Channel& channel) {
        std::string text;
        channel.take(text);
        return text;
    }
    /// A stream on another node, which shares nothing with this one but the database.
    std::shared_ptr<http::Channel> listen_on(live::Feed& node, const std::string& who, live::Interest interest) {
        RecordId user = workspace().actor(who).user();
        return node.listen(user, [this, user] { return std::optional(workspace().directory().actor(user)); }, std::move(interest), "");
    }

    std::string ann_, ben_, account_;
};
INSTANTIATE_TEST_SUITE_P(Engines, LiveScreens, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(LiveScreens, show_what_another_node_has_written) {
    auto database = fresh().open();
    live::Feed other(*database, workspace().registry(), workspace().directory());
    auto channel = listen_on(other, "ann@example.com", {});
    other.look();
    heard(*channel);
    administer(Patch, "/records/account/" + account_, Json::Members{{"phone", "+12065550100"}});
    other.look();
    EXPECT_NE(heard(*channel).find("\"fields\":[\"phone\"]"), std::string::npos);
    other.look();
    EXPECT_EQ(heard(*channel), "");
}

TEST_P(LiveScreens, show_who_has_a_record_open_on_another_node_until_that_is_gone) {
    auto database = fresh().open();
    live::Feed other(*database, workspace().registry(), workspace().directory());
    RecordId account = *RecordId::parse(account_);
    auto here = listen("ben@example.com", "/events?open=" + account_);
    DateTime now = DateTime::now();
    auto after = [&](std::int64_t seconds) { return DateTime(now.microseconds() + seconds * DateTime::second); };
    feed().look(now);
    auto there = listen_on(other, "ann@example.com", {{}, {}, {account}});
    other.look(now);
    EXPECT_NE(heard(*there).find("Baker"), std::string::npos);
    feed().look(after(1));
    EXPECT_NE(heard(*here).find("Able"), std::string::npos);
    // The other node says nothing any more: it has been switched off, perhaps.
    feed().look(after(30));
    EXPECT_EQ(heard(*here).find("presence"), std::string::npos);
    feed().look(after(90));
    EXPECT_NE(heard(*here).find("\"people\":[]"), std::string::npos);
}

TEST_P(LiveScreens, go_dark_when_their_token_is_revoked) {
    auto channel = listen("ben@example.com");
    feed().look();
    heard(*channel);
    auto tokens = workspace().identity().tokens(workspace().actor("ben@example.com").user());
    ASSERT_EQ(tokens.size(), 1U);
    workspace().identity().revoke_token(workspace().actor("ben@example.com").user(), tokens.front().id);
    administer(Patch, "/records/account/" + account_, Json::Members{{"phone", "+12065550100"}});
    feed().look();
    EXPECT_FALSE(channel->is_open());
    EXPECT_EQ(heard(*channel), "");
}

TEST_P(LiveScreens, are_limited_for_one_person) {
    for (std::size_t i = 0; i < live::Feed::most_streams_of_one; ++i) ASSERT_TRUE(listen("ben@example.com"));
    EXPECT_EQ(send("ben@example.com", Get, "/events").status, 429);
    feed().look();
    EXPECT_TRUE(listen("ann@example.com"));
}

}  // namespace
}  // namespace rapport::scenarios

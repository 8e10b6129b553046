#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "doors.h"
#include "records/check.h"
#include "records/change_set.h"
#include "records/change_sets.h"
#include "records/type_changing.h"
#include "search/filling.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

/// What happens around a change of type.
class ChangingTypes : public DoorsTest {
protected:
    void SetUp() override {
        DoorsTest::SetUp();
        administer(Post, "/metadata/objects", Json::Members{{"name", "boat"}, {"label", "Boat"}, {"plural_label", "Boats"}});
        administer(Post, "/metadata/objects/boat/fields", Json::Members{{"name", "size"}, {"type", "text"}, {"searchable", true}});
    }

    void fill(int boats) {
        std::string csv = "name,size\n";
        for (int i = 0; i < boats; ++i) csv += "Boat " + std::to_string(i) + "," + std::to_string(i) + "\n";
        const Json started = administer(Post, "/imports", Json::Members{{"object", "boat"}, {"csv", csv}});
        for (const auto& job : workspace().jobs().list({})) workspace().jobs().wait(job.id, std::chrono::minutes(5));
        ASSERT_EQ(count("name LIKE 'Boat %'"), boats);
    }
    std::int64_t count(const std::string& condition) {
        return administer(Post, "/query", Json::Members{{"soql", "SELECT COUNT(id) n FROM boat WHERE " + condition}})["records"].array()[0]["n"].integer();
    }
    /// Waits for it, and answers how it ended.
    jobs::Job change(Json::Members asked) {
        asked.emplace_back("accept_loss", true);
        const std::int64_t job = administer(Post, "/metadata/objects/boat/fields/size/change_type", Json(std::move(asked)))["job"].integer();
        workspace().jobs().wait(job, std::chrono::minutes(5));
        return workspace().jobs().find(job);
    }
    Json size_of(const std::string& boat) { return administer(Get, "/records/boat/" + boat)["size"]; }

    /// A job that stopped after its first page, as when the machine fails.
    struct Stopped {
        std::int64_t change_set;
        Json payload;
    };
    Stopped stop_after_a_page() {
        const records::TypeChange wanted{"boat", "size", Json::Members{{"type", "decimal"}, {"scale", 2}}, false};
        const security::Actor actor = workspace().actor(administrator);
        const std::int64_t number = workspace().database().write([&](storage::Session& session) {
            records::ChangeSet set(actor, records::Source::Api, "change_type");
            const std::int64_t opened = set.open(session);
            records::begin_running(session, opened);
            return opened;
        });
        records::TypeChanging changing(workspace().records(), wanted, number, {});
        workspace().database().write([&](storage::Session& session) { changing.begin(session); });
        workspace().database().write([&](storage::Session& session) { EXPECT_TRUE(changing.convert_page(session)); });
        return {number, Json::Members{{"object", "boat"}, {"field", "size"}, {"settings", wanted.settings}, {"adds_options", false}, {"change_set", number}, {"state", changing.state().json()}}};
    }
    jobs::Job go_on(const Stopped& stopped) {
        const std::int64_t job = workspace().jobs().add({"change_type", stopped.payload, workspace().actor(administrator).user(), {}, {}});
        workspace().jobs().wake();
        workspace().jobs().wait(job, std::chrono::minutes(5));
        return workspace().jobs().find(job);
    }
    std::string boat(int number) {
        return administer(Post, "/query", Json::Members{{"soql", "SELECT id FROM boat WHERE name = 'Boat " + std::to_string(number) + "'"}})["records"].array()[0]["id"].string();
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, ChangingTypes, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(ChangingTypes, go_on_where_they_stopped_with_what_was_written_meanwhile) {
    fill(2500);
    const std::string converted = boat(3), waiting = boat(2400), emptied = boat(5);
    const Stopped stopped = stop_after_a_page();
    administer(Patch, "/records/boat/" + converted, Json::Members{{"size", "3.25"}});
    administer(Patch, "/records/boat/" + waiting, Json::Members{{"size", "none"}});
    administer(Patch, "/records/boat/" + emptied, Json::Members{{"size", nullptr}});
    const std::string added = make("boat", {{"name", "New"}, {"size", "77"}});
    EXPECT_EQ(size_of(converted), Json("3.25"));  // nobody sees anything of it until it is done
    ASSERT_EQ(go_on(stopped).state, jobs::State::Done);
    EXPECT_EQ(size_of(converted), Json(Json::Number{"3.25"}));
    EXPECT_TRUE(size_of(waiting).is_null());
    EXPECT_TRUE(size_of(emptied).is_null());
    EXPECT_EQ(size_of(added), Json(77));
    EXPECT_EQ(count("size >= 0"), 2500 - 2 + 1);
    const Json set = administer(Get, "/change_sets/" + std::to_string(stopped.change_set));
    EXPECT_EQ(set["state"].string(), "done");
    EXPECT_EQ(set["type_change"]["values"].integer(), 2501);
}

TEST_P(ChangingTypes, are_done_once) {
    fill(1200);
    const Stopped stopped = stop_after_a_page();
    ASSERT_EQ(go_on(stopped).state, jobs::State::Done);
    const auto version = workspace().registry().current()->version();
    ASSERT_EQ(go_on(stopped).state, jobs::State::Done);
    EXPECT_EQ(workspace().registry().current()->version(), version);
    EXPECT_EQ(count("size >= 0"), 1200);
}

TEST_P(ChangingTypes, leave_the_field_as_it_is_when_something_came_in_their_way) {
    fill(1200);
    const Stopped stopped = stop_after_a_page();
    administer(Post, "/metadata/objects/boat/fields", Json::Members{{"name", "loud"}, {"type", "formula"}, {"result", "text"}, {"formula", "UPPER(size)"}});
    const jobs::Job job = go_on(stopped);
    EXPECT_EQ(job.state, jobs::State::Failed);
    EXPECT_EQ(count("size = '1199'"), 1);
    EXPECT_EQ(administer(Get, "/change_sets/" + std::to_string(stopped.change_set))["state"].string(), "failed");
}

TEST_P(ChangingTypes, convert_anew_what_the_field_no_longer_says) {
    const Json::Array options{Json::Members{{"value", "s"}, {"label", "one"}}};
    ASSERT_EQ(change({{"type", "picklist"}, {"options", options}, {"restricted", false}}).state, jobs::State::Done);
    const std::string small = make("boat", {{"name", "Small"}, {"size", "s"}});
    fill(1200);
    const Stopped stopped = stop_after_a_page();
    administer(Patch, "/metadata/objects/boat/fields/size", Json::Members{{"options", Json::Array{Json::Members{{"value", "s"}, {"label", "2"}}}}});
    ASSERT_EQ(go_on(stopped).state, jobs::State::Done);
    EXPECT_EQ(size_of(small), Json(2));
}

TEST_P(ChangingTypes, stop_where_the_field_has_become_something_else) {
    fill(1200);
    const Stopped stopped = stop_after_a_page();
    ASSERT_EQ(change({{"type", "integer"}}).state, jobs::State::Done);
    EXPECT_EQ(go_on(stopped).state, jobs::State::Failed);
    EXPECT_EQ(size_of(boat(7)), Json(7));
}

TEST_P(ChangingTypes, see_that_a_field_was_made_unique_meanwhile) {
    fill(1200);
    const Stopped stopped = stop_after_a_page();
    administer(Patch, "/metadata/objects/boat/fields/size", Json::Members{{"unique", true}});
    EXPECT_EQ(go_on(stopped).state, jobs::State::Failed);
    EXPECT_EQ(size_of(boat(7)), Json("7"));
}

TEST_P(ChangingTypes, may_follow_each_other_for_ever) {
    const std::string cloud = make("boat", {{"name", "Cloud"}, {"size", "109"}});
    for (int round = 0; round < 35; ++round)
        for (const char* type : {"long_text", "text"}) ASSERT_EQ(change({{"type", type}}).state, jobs::State::Done) << round;
    EXPECT_EQ(size_of(cloud), Json("109"));
    ASSERT_EQ(change({{"undo", true}}).state, jobs::State::Done);
    EXPECT_EQ(administer(Get, "/metadata/objects/boat")["name"].string(), "boat");
}

TEST_P(ChangingTypes, lose_nothing_of_what_others_write) {
    fill(300);
    std::vector<std::string> boats;
    for (int i = 0; i < 6; ++i) boats.push_back(boat(i));
    std::atomic<bool> done = false;
    std::vector<std::int64_t> last(boats.size(), 0);
    std::map<int, int> answers;
    std::thread writer([&] {
        for (std::int64_t round = 1; !done; ++round) {
            const std::size_t which = static_cast<std::size_t>(round) % boats.size();
            // A number as text is taken by both types.
            const int status = send(administrator, Patch, "/records/boat/" + boats[which], R"({"size": ")" + std::to_string(1000 + round) + "\"}").status;
            ++answers[status];
            if (status == 200) last[which] = 1000 + round;
            ++answers[send(administrator, Get, "/records/boat/" + boats[which]).status];
        }
    });
    for (int round = 0; round < 6; ++round) {
        EXPECT_EQ(change({{"type", "integer"}}).state, jobs::State::Done);
        EXPECT_EQ(change({{"undo", true}}).state, jobs::State::Done);
    }
    EXPECT_EQ(change({{"type", "integer"}}).state, jobs::State::Done);
    done = true;
    writer.join();
    for (auto [status, times] : answers) EXPECT_TRUE(status == 200 || status == 409 || status == 503) << times << " answers of " << status;
    EXPECT_GT(answers[200], 20);
    for (std::size_t i = 0; i < boats.size(); ++i)
        if (last[i] != 0) {
            EXPECT_EQ(size_of(boats[i]), Json(last[i]));
        }
    EXPECT_EQ(count("size >= 0"), 300);
    search::fill(workspace().database(), workspace().registry());
    for (const auto& finding : records::check(workspace().records(), [](const std::string&) {}))
        if (finding.object == "boat") ADD_FAILURE() << finding.kind << ": " << finding.message;
}

}  // namespace
}  // namespace rapport::scenarios

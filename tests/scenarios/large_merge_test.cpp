#include <gtest/gtest.h>

#include <algorithm>

#include "large_merge.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

class LargeMerge : public LargeMergeTest {};
INSTANTIATE_TEST_SUITE_P(Engines, LargeMerge, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(LargeMerge, moves_everything_and_is_undone_as_a_whole) {
    Json preview = administer(Post, merging(), asked(true));
    EXPECT_EQ(preview["moved"]["contact"].integer(), contacts);
    EXPECT_EQ(preview["changes"]["website"]["to"].string(), "https://acme.example");
    EXPECT_EQ(contacts_of(other_), contacts);

    Json started = administer(Post, merging(), asked());
    Json set = ended(path_of(started["change_set"].integer()));
    EXPECT_EQ(set["state"].string(), "done");
    EXPECT_EQ(set["kind"].string(), "merge");
    EXPECT_EQ(contacts_of(survivor_), contacts);
    EXPECT_EQ(administer(Get, "/records/account/" + survivor_)["website"].string(), "https://acme.example");
    EXPECT_EQ(send(administrator, Get, "/records/account/" + other_).status, 307);

    make("contact", {{"last_name", "Newcomer"}, {"account_id", survivor_}});
    Json undone = administer(Post, "/records/account/" + other_ + "/actions/unmerge", Json::Members{});
    EXPECT_EQ(ended(path_of(undone["change_set"].integer()))["report"]["conflict_count"].integer(), 0);
    EXPECT_EQ(contacts_of(other_), contacts);
    EXPECT_EQ(contacts_of(survivor_), 1);
    EXPECT_TRUE(administer(Get, "/records/account/" + survivor_)["website"].is_null());
}

TEST_P(LargeMerge, tells_what_it_did) {
    Json started = administer(Post, merging(), asked());
    wait();
    auto report = workspace().database().read([&](storage::Session& session) {
        return records::Merge(workspace().records(), workspace().actor(administrator), records::Source::Api).report_of(started["change_set"].integer(), session);
    });
    EXPECT_EQ(report.state, "done");
    EXPECT_EQ(report.moved["contact"], contacts);
    EXPECT_FALSE(report.moved.contains("account_team_member"));
    EXPECT_TRUE(std::any_of(report.taken.begin(), report.taken.end(), [](const auto& taken) { return taken.field == "website" && taken.to == Json("https://acme.example"); }));
}

TEST_P(LargeMerge, goes_on_from_where_another_process_ended) {
    auto actor = workspace().actor(administrator);
    auto in_transaction = [&](auto&& block) { workspace().database().write([&](storage::Session& session) { block(session); }); };
    std::set<std::string> changed;
    std::int64_t number = 0;
    auto merge = [&] { return records::Merge(workspace().records(), actor, records::Source::Api); };
    in_transaction([&](storage::Session& session) { number = merge().begin(workspace().registry().current()->object("account"), request(), session); });
    records::MovingPage page;
    for (int step = 0; step < 2; ++step) in_transaction([&](storage::Session& session) { EXPECT_TRUE(merge().go_on(number, "account", request(), page, session, changed)); });
    EXPECT_GT(contacts_of(survivor_), 0);
    EXPECT_GT(contacts_of(other_), 0);
    EXPECT_EQ(send(administrator, Post, path_of(number) + "/undo").json().string_or("code", ""), "still_running");

    records::MovingPage of_another_process;
    for (bool more = true; more;) in_transaction([&](storage::Session& session) { more = merge().go_on(number, "account", request(), of_another_process, session, changed); });
    in_transaction([&](storage::Session& session) { EXPECT_FALSE(merge().go_on(number, "account", request(), of_another_process, session, changed)); });
    EXPECT_EQ(administer(Get, path_of(number))["state"].string(), "done");
    EXPECT_EQ(contacts_of(survivor_), contacts);
}

TEST_P(LargeMerge, that_cannot_come_to_its_end_is_taken_back) {
    // A rule that only the survivor breaks, once it has got what it lacks.
    administer(Put, "/metadata/objects/account/validation_rules/no_website", Json::Members{{"formula", "AND(name = \"Acme\", NOT(ISBLANK(website)))"}, {"message", "Acme has no website."}});
    const DoorsTest::Headers once{{"Idempotency-Key", "the-same"}};
    EXPECT_EQ(send(administrator, Post, merging(), asked().text(), once).status, 200);
    wait();
    EXPECT_EQ(workspace().jobs().list({.kind = "merge"}).front().failure, "Acme has no website.");
    Json set = taken_back();
    EXPECT_EQ(send(administrator, Post, merging(), asked().text(), once).json()["change_set"].integer(), set["id"].integer());
    EXPECT_EQ(workspace().jobs().list({.kind = "merge"}).size(), 1U);
    EXPECT_EQ(set["state"].string(), "failed");
    EXPECT_EQ(set["undone"].string(), "yes");
    EXPECT_EQ(contacts_of(other_), contacts);
    EXPECT_EQ(contacts_of(survivor_), 0);
    EXPECT_EQ(administer(Get, "/records/account/" + other_)["name"].string(), "ACME Inc.");
}

TEST_P(LargeMerge, refuses_at_once_what_cannot_be_merged) {
    Answer answer = send(administrator, Post, merging(), Json(Json::Members{{"merge", Json::Array{other_}}, {"fields", Json::Members{{"nonsense", other_}}}}).text());
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(workspace().jobs().list({.kind = "merge"}).empty());
}

}  // namespace
}  // namespace rapport::scenarios

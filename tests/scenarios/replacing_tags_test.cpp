#include <gtest/gtest.h>

#include <chrono>

#include "doors.h"
#include "records/tag_replacing.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

/// One industry is left as it is.
class Keeps final : public records::Hook {
public:
    void before_save(records::Change& change) const override {
        const Value& industry = change.after[change.object.field("industry")];
        if (change.before && industry == Value("energy")) change.refuse("tags", "kept", "Energy stays as it is.");
    }
};

/// More records than one transaction changes.
class ReplacingTags : public DoorsTest {
protected:
    static constexpr int records_ = 700;

    void SetUp() override {
        DoorsTest::SetUp();
        workspace().records().add_hook("account", std::make_unique<Keeps>());
        std::string csv = "name,industry,tags\n";
        for (int i = 0; i < records_; ++i) csv += "Account " + std::to_string(i) + "," + (i < 2 ? "energy" : "retail") + ",Old;Other\n";
        administer(Post, "/imports", Json::Members{{"object", "account"}, {"csv", csv}});
        wait();
        old_ = tag("Old");
    }

    void wait() {
        for (const auto& job : workspace().jobs().list({})) workspace().jobs().wait(job.id, std::chrono::minutes(5));
    }
    std::string tag(const std::string& name) {
        const Json found = administer(Get, R"(/records/tag?filter={"field":"name","op":"=","value":")" + name + "\"}")["records"];
        return found.array().empty() ? "" : found.array()[0]["id"].string();
    }
    std::int64_t having(const std::string& name) {
        return administer(Post, "/query", Json::Members{{"soql", "SELECT COUNT(id) n FROM account WHERE tags INCLUDES ('" + name + "')"}})["records"].array()[0]["n"].integer();
    }
    Json replace(const Json& by) {
        const Json started = administer(Post, "/tags/replace", Json::Members{{"tags", Json::Array{old_}}, {"by", by}});
        wait();
        return administer(Get, "/change_sets/" + std::to_string(started["change_set"].integer()));
    }
    records::TagReplacing replacing(const security::Actor& actor) { return {workspace().records(), actor, records::Source::Api, {{value_or_throw(RecordId::parse(old_))}, "New"}}; }
    /// A transaction, by somebody who knows of nothing before.
    bool go_on(const security::Actor& actor, std::int64_t change_set) {
        std::set<std::string> changed;
        return workspace().database().write([&](storage::Session& session) { return replacing(actor).go_on(change_set, session, changed); });
    }
    std::int64_t begin(const security::Actor& actor) {
        std::set<std::string> changed;
        return workspace().database().write([&](storage::Session& session) { return replacing(actor).begin(session, changed); });
    }

    std::string old_;
};
INSTANTIATE_TEST_SUITE_P(Engines, ReplacingTags, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(ReplacingTags, changes_all_records_but_those_that_are_kept_as_they_are) {
    const Json set = replace("New");
    EXPECT_EQ(set["state"].string(), "done");
    EXPECT_EQ(set["replaced"]["changed"].integer(), records_ - 2);
    EXPECT_EQ(set["replaced"]["kept"].integer(), 2);
    EXPECT_EQ(set["replaced"]["reason"].string(), "Energy stays as it is.");
    EXPECT_EQ(having("New"), records_ - 2);
    EXPECT_EQ(having("Other"), records_);
    EXPECT_EQ(having("Old"), 2);
    EXPECT_EQ(tag("Old"), old_);
}

TEST_P(ReplacingTags, is_undone_as_a_whole) {
    const Json set = replace(nullptr);
    EXPECT_EQ(having("Old"), 2);
    const Json undone = administer(Post, "/change_sets/" + std::to_string(set["id"].integer()) + "/undo", Json::Members{});
    wait();
    EXPECT_EQ(undone["conflict_count"].integer(), 0);
    EXPECT_EQ(having("Old"), records_);
}

TEST_P(ReplacingTags, goes_on_from_where_another_process_ended_and_finds_what_was_tagged_meanwhile) {
    const security::Actor actor = workspace().actor("");
    const std::int64_t number = begin(actor);
    EXPECT_TRUE(go_on(actor, number));
    EXPECT_EQ(having("New"), 298);
    const std::string first = administer(Get, "/records/account?filter=" + std::string(R"({"field":"name","op":"=","value":"Account 5"})"))["records"].array()[0]["id"].string();
    administer(Patch, "/records/account/" + first, Json::Members{{"tags", Json::Array{"Old"}}});
    while (go_on(actor, number)) continue;
    EXPECT_EQ(having("New"), records_ - 2);
    EXPECT_EQ(having("Old"), 2);
    EXPECT_EQ(administer(Get, "/change_sets/" + std::to_string(number))["state"].string(), "done");
}

TEST_P(ReplacingTags, is_one_at_a_time_for_a_tag) {
    const security::Actor actor = workspace().actor("");
    const std::int64_t number = begin(actor);
    const Json payload = Json::Members{{"change_set", number}, {"tags", Json::Array{old_}}, {"by", "New"}, {"from_screen", false}};
    const std::int64_t job = workspace().jobs().add({"replace_tags", payload, actor.user(), DateTime(DateTime::now().microseconds() + DateTime::day), {}});
    auto answer = [&](const std::string& id, const Json& by) { return send(administrator, Post, "/tags/replace", Json(Json::Members{{"tags", Json::Array{id}}, {"by", by}}).text()); };
    EXPECT_EQ(answer(old_, nullptr).json().string_or("code", ""), "tags_changing");
    EXPECT_EQ(answer(tag("Other"), "New").json().string_or("code", ""), "tags_changing");
    EXPECT_EQ(answer(tag("Other"), "Another").status, 200);
    administer(Delete, "/jobs/" + std::to_string(job));
    EXPECT_EQ(administer(Get, "/change_sets/" + std::to_string(number))["state"].string(), "failed");
    EXPECT_EQ(answer(old_, nullptr).status, 200);
    workspace().jobs().retry(job);
    workspace().jobs().wait(job, std::chrono::minutes(1));
    EXPECT_EQ(workspace().jobs().find(job).failure_code, "tags_given_up");
}

}  // namespace
}  // namespace rapport::scenarios

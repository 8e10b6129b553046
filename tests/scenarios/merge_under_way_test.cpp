#include <algorithm>
#include <future>

#include "large_merge.h"
#include "records/change_sets.h"
#include "records/undo.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

/// What happens to records while a job merges them.
class MergeUnderWay : public LargeMergeTest {
protected:
    /// A page of it is done, and it goes on at `due_at`.
    struct Begun {
        std::int64_t change_set, job;
    };
    Begun begin(const std::string& who, DateTime due_at = tomorrow()) {
        const std::int64_t number = begin_pages(who);
        return {number, workspace().jobs().add({"merge", payload(number), workspace().actor(who).user(), due_at, {}})};
    }
    std::int64_t begin_pages(const std::string& who) {
        const security::Actor actor = workspace().actor(who);
        const std::int64_t number = workspace().database().write([&](storage::Session& session) {
            return records::Merge(workspace().records(), actor, records::Source::Api).begin(workspace().registry().current()->object("account"), request(), session);
        });
        records::MovingPage page;
        go_on(actor, number, page);
        EXPECT_GT(contacts_of(survivor_), 0);
        EXPECT_GT(contacts_of(other_), 0);
        return number;
    }
    void go_on(const security::Actor& actor, std::int64_t number, records::MovingPage& page) {
        std::set<std::string> changed;
        workspace().database().write([&](storage::Session& session) { records::Merge(workspace().records(), actor, records::Source::Api).go_on(number, "account", request(), page, session, changed); });
    }
    Json payload(std::int64_t number) const {
        return Json::Members{{"change_set", number}, {"object", "account"}, {"survivor", survivor_}, {"merge", Json::Array{other_}}, {"fields", Json::Members{}}, {"from_screen", false}};
    }
    static DateTime tomorrow() { return DateTime(DateTime::now().microseconds() + DateTime::day); }
    Answer merge(const std::string& survivor, const std::string& other) {
        return send(administrator, Post, "/records/account/" + survivor + "/actions/merge", Json(Json::Members{{"merge", Json::Array{other}}}).text());
    }
    void cancel(std::int64_t job) { administer(Delete, "/jobs/" + std::to_string(job)); }
    void expect_taken_back() {
        const Json set = taken_back();
        EXPECT_EQ(set["state"].string(), "failed");
        EXPECT_EQ(set["undone"].string(), "yes");
        EXPECT_EQ(contacts_of(other_), contacts);
        EXPECT_EQ(contacts_of(survivor_), 0);
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, MergeUnderWay, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(MergeUnderWay, keeps_others_from_its_records) {
    const std::string third = make("account", {{"name", "Third"}});
    const Begun begun = begin(administrator);
    for (const auto& [survivor, other] : {std::pair{third, survivor_}, {survivor_, third}, {third, other_}, {survivor_, other_}}) {
        const Answer answer = merge(survivor, other);
        EXPECT_EQ(answer.status, 409);
        EXPECT_EQ(answer.json().string_or("code", ""), "merge_running");
    }
    cancel(begun.job);
    expect_taken_back();
    EXPECT_EQ(merge(third, survivor_).status, 200);
}

TEST_P(MergeUnderWay, keeps_others_from_its_records_while_it_is_taken_back) {
    const std::string third = make("account", {{"name", "Third"}});
    const security::Actor actor = workspace().actor(administrator);
    const std::int64_t number = begin_pages(administrator);
    workspace().database().write([&](storage::Session& session) {
        records::end_running(session, number, "failed");
        const std::int64_t undo = records::Undo(workspace().records(), actor, records::Source::Api).begin({number}, session);
        workspace().jobs().add(session, {"undo", Json::Members{{"change_set", undo}, {"undoes", number}, {"overwrite", false}, {"from_screen", false}}, actor.user(), tomorrow(), {}});
    });
    EXPECT_EQ(merge(third, survivor_).json().string_or("code", ""), "merge_running");
    EXPECT_EQ(merge(survivor_, other_).json().string_or("code", ""), "merge_running");
}

TEST_P(MergeUnderWay, begins_once_where_it_is_asked_for_twice_at_the_same_time) {
    // Whatever comes while somebody writes goes into one transaction of SQLite's.
    std::promise<void> writes;
    auto writer = std::async(std::launch::async, [&] {
        workspace().database().write([&](storage::Session& session) {
            session.execute("UPDATE directory_version SET version = version");
            writes.set_value();
            std::this_thread::sleep_for(std::chrono::milliseconds(500));
        });
    });
    writes.get_future().wait();
    auto one = std::async(std::launch::async, [&] { return merge(survivor_, other_); });
    auto another = std::async(std::launch::async, [&] { return merge(survivor_, other_); });
    const auto [lower, higher] = std::minmax({one.get().status, another.get().status});
    writer.get();
    EXPECT_EQ(lower, 200);
    // On a busy machine the first may be through when the second comes, which finds one of the records gone.
    EXPECT_TRUE(higher >= 400 && higher < 500) << higher;
    wait();
    EXPECT_EQ(contacts_of(survivor_), contacts);
}

TEST_P(MergeUnderWay, is_taken_back_when_it_is_cancelled) {
    const Begun begun = begin(administrator);
    cancel(begun.job);
    expect_taken_back();
    // Trying it again finds that it was given up, and does not wait for that to change.
    workspace().jobs().retry(begun.job);
    workspace().jobs().wait(begun.job, std::chrono::minutes(1));
    const jobs::Job job = workspace().jobs().find(begun.job);
    EXPECT_EQ(job.state, jobs::State::Failed);
    EXPECT_EQ(job.failure_code, "merge_given_up");
    EXPECT_EQ(contacts_of(other_), contacts);
}

TEST_P(MergeUnderWay, is_taken_back_when_the_one_who_began_it_is_switched_off) {
    const std::string bea = make("user", {{"last_name", "Bea"}, {"email", "bea@example.com"}, {"administrator", true}});
    const Begun begun = begin("bea@example.com");
    administer(Patch, "/records/user/" + bea, Json::Members{{"active", false}});
    cancel(begun.job);
    expect_taken_back();
}

TEST_P(MergeUnderWay, is_taken_back_when_one_of_the_records_is_deleted) {
    const std::int64_t number = begin_pages(administrator);
    send(administrator, Delete, "/records/account/" + other_);
    workspace().jobs().add({"merge", payload(number), workspace().actor(administrator).user(), {}, {}});
    const Json set = taken_back();
    EXPECT_EQ(set["state"].string(), "failed");
    EXPECT_EQ(contacts_of(survivor_), 0);
}

TEST_P(MergeUnderWay, moves_nothing_to_a_record_that_has_gone) {
    const std::int64_t number = begin_pages(administrator);
    send(administrator, Delete, "/records/account/" + survivor_);
    records::MovingPage page;
    EXPECT_THROW(go_on(workspace().actor(administrator), number, page), Failure);
    EXPECT_EQ(page.reached.size(), 0U);
}

TEST_P(MergeUnderWay, does_not_try_again_what_is_refused) {
    administer(Post, "/metadata/objects",
               Json::Members{{"name", "seat"}, {"label", "Seat"}, {"plural_label", "Seats"},
                             {"fields", Json::Array{Json::Members{{"name", "account"}, {"type", "lookup"}, {"to", "account"}, {"children", "seats"}, {"on_delete", "restrict"}, {"required", true}, {"unique", true}}}}});
    for (const std::string& account : {survivor_, other_}) make("seat", {{"name", "Seat"}, {"account_id", account}});
    merge(survivor_, other_);
    wait();
    const jobs::Job job = workspace().jobs().list({.kind = "merge"}).front();
    EXPECT_EQ(job.state, jobs::State::Failed);
    EXPECT_EQ(job.failure_code, "in_use");
    EXPECT_EQ(job.attempts, 1);
    expect_taken_back();
}

}  // namespace
}  // namespace rapport::scenarios

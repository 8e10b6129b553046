#include <gtest/gtest.h>

#include <future>
#include <set>

#include "doors.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

class RepeatedRequests : public DoorsTest {
protected:
    std::string count_accounts() { return administer(Post, "/query", Json::Members{{"soql", "SELECT COUNT() FROM account"}})["records"].array()[0]["expr0"].text(); }
};
INSTANTIATE_TEST_SUITE_P(Engines, RepeatedRequests, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(RepeatedRequests, that_come_at_the_same_moment_are_one) {
    administer(Get, "/me");  // makes the token
    std::vector<std::future<Answer>> coming;
    for (int i = 0; i < 8; ++i)
        coming.push_back(std::async(std::launch::async, [&] { return send(administrator, Post, "/records/account", R"({"name": "Acme"})", {{"Idempotency-Key", "one"}}); }));
    std::set<std::string> answers;
    for (auto& one : coming) {
        Answer answer = one.get();
        EXPECT_EQ(answer.status, 201) << answer.body;
        answers.insert(answer.body);
    }
    EXPECT_EQ(answers.size(), 1U);
    EXPECT_EQ(count_accounts(), "1");
}

TEST_P(RepeatedRequests, of_which_nobody_knows_how_they_ended_are_not_carried_out_again) {
    auto ask = [&] { return send(administrator, Post, "/metadata/objects", R"({"name": "boat", "label": "Boat", "plural_label": "Boats"})", {{"Idempotency-Key", "one"}}); };
    EXPECT_EQ(ask().status, 201);
    auto forget_answer = [&](std::int64_t seconds_ago) {
        workspace().database().write([&](storage::Session& session) {
            session.execute("UPDATE idempotency_key SET answer = '', came_at = ?1", {DateTime::now().microseconds() - seconds_ago * DateTime::second});
        });
    };
    forget_answer(1);
    EXPECT_EQ(ask().json().string_or("code", ""), "request_in_flight");
    forget_answer(3600);
    EXPECT_EQ(ask().json().string_or("code", ""), "outcome_unknown");
}

}  // namespace
}  // namespace rapport::scenarios

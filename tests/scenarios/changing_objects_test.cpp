#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <thread>

#include "doors.h"
#include "records/sums.h"

namespace rapport::scenarios {
namespace {

/// People work while an administrator adds fields and takes them away.
class ChangingObjects : public DoorsTest {
protected:
    void SetUp() override {
        DoorsTest::SetUp();
        send(http::Method::Get, "/me");  // logs in before there are several threads
    }

    int send(http::Method method, const std::string& path, const std::string& body = "") { return DoorsTest::send(administrator, method, path, body).status; }
};
INSTANTIATE_TEST_SUITE_P(Engines, ChangingObjects, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(ChangingObjects, never_break_what_others_do) {
    std::map<int, int> answers;
    std::atomic<bool> done = false;
    std::thread worker([&] {
        while (!done) {
            ++answers[send(http::Method::Post, "/records/account", R"({"name": "Acme"})")];
            ++answers[send(http::Method::Get, "/records/account")];
        }
    });
    for (int round = 0; round < 25; ++round) {
        EXPECT_EQ(send(http::Method::Post, "/metadata/objects/account/fields", R"({"name": "boats", "type": "integer", "default": 3})"), 201);
        EXPECT_EQ(send(http::Method::Delete, "/metadata/objects/account/fields/boats"), 200);
    }
    done = true;
    worker.join();
    // 503 where the objects changed twice under one request.
    for (auto [status, count] : answers) EXPECT_TRUE(status == 200 || status == 201 || status == 503) << count << " answers of " << status;
    EXPECT_GT(answers[201], answers[503]);
}

TEST_P(ChangingObjects, may_be_changed_by_two_at_once) {
    auto add_fields = [&](char letter) {
        for (char number = '0'; number < '8'; ++number) {
            std::string name = std::string("field_") + letter + number;
            EXPECT_EQ(send(http::Method::Post, "/metadata/objects/account/fields", "{\"name\": \"" + name + "\", \"type\": \"integer\"}"), 201) << name;
        }
    };
    std::thread other(add_fields, 'a');
    add_fields('b');
    other.join();
    EXPECT_EQ(send(http::Method::Get, "/records/account"), 200);
}

TEST_P(ChangingObjects, sum_up_what_is_there_already) {
    auto create = [&](const std::string& object, Json fields) { return administer(http::Method::Post, "/records/" + object, std::move(fields))["id"].string(); };
    const std::string with = create("account", Json::Members{{"name", "Acme"}, {"employees", 7}});
    const std::string without = create("account", Json::Members{{"name", "Globex"}});
    const std::string child = create("account", Json::Members{{"name", "Acme Boats"}, {"parent_id", with}, {"employees", 5}});
    auto declare = [](const std::string& name, const std::string& summary) {
        return "{\"name\": \"" + name + "\", \"label\": \"" + name + "\", \"type\": \"roll_up\", \"result\": \"integer\", \"summary\": " + summary + "}";
    };
    EXPECT_EQ(send(http::Method::Post, "/metadata/objects/account/fields", declare("child_count", R"({"function": "count", "child": "account", "relation": "parent_id"})")), 201);
    EXPECT_EQ(send(http::Method::Post, "/metadata/objects/account/fields", declare("largest_child", R"({"function": "maximum", "child": "account", "relation": "parent_id", "field": "employees"})")), 201);
    records::sum_up(workspace().database(), workspace().registry());
    auto account = [&](const std::string& id) { return administer(http::Method::Get, "/records/account/" + id); };
    EXPECT_EQ(account(with)["child_count"].integer(), 1);
    EXPECT_EQ(account(with)["largest_child"].integer(), 5);
    EXPECT_EQ(account(without)["child_count"].integer(), 0);
    EXPECT_TRUE(account(without)["largest_child"].is_null());
    EXPECT_EQ(account(child)["child_count"].integer(), 0);
}

}  // namespace
}  // namespace rapport::scenarios

#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "doors.h"
#include "records/merge.h"

namespace rapport::scenarios {

/// What more refers to than one transaction should move is merged by jobs.
class LargeMergeTest : public DoorsTest {
protected:
    static constexpr int contacts = 1300;

    void SetUp() override {
        DoorsTest::SetUp();
        survivor_ = make("account", {{"name", "Acme"}});
        other_ = make("account", {{"name", "ACME Inc."}, {"website", "acme.example"}});
        std::string csv = "last_name,account_id\n";
        for (int i = 0; i < contacts; ++i) csv += "Person " + std::to_string(i) + "," + other_ + "\n";
        Json started = administer(http::Method::Post, "/imports", Json::Members{{"object", "contact"}, {"csv", csv}});
        ended("/imports/" + std::to_string(started["id"].integer()));
        ASSERT_EQ(contacts_of(other_), contacts);
        // The survivor has its like already: one of each stays where it was.
        const std::string user = administer(http::Method::Get, "/me")["user"].string_or("id", "");
        for (const auto& account : {survivor_, other_}) make("account_team_member", {{"account_id", account}, {"user_id", user}});
    }

    /// What became of it, when its job has come to an end.
    Json ended(const std::string& path) {
        wait();
        return administer(http::Method::Get, path);
    }
    void wait() {
        for (const auto& job : workspace().jobs().list({})) workspace().jobs().wait(job.id, std::chrono::minutes(10));
    }
    /// The merge, once the undo that follows from its end has ended, too.
    Json taken_back() {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(2);
        while (workspace().jobs().list({.kind = "undo"}).empty()) {
            if (std::chrono::steady_clock::now() > deadline) {
                ADD_FAILURE() << "nothing takes the merge back";
                return {};
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        wait();
        return administer(http::Method::Get, "/change_sets?kind=merge&user=all")["change_sets"].array()[0];
    }
    std::string merging() const { return "/records/account/" + survivor_ + "/actions/merge"; }
    Json asked(bool dry_run = false) const { return Json::Members{{"merge", Json::Array{other_}}, {"dry_run", dry_run}}; }
    records::MergeRequest request() const { return {value_or_throw(RecordId::parse(survivor_)), {value_or_throw(RecordId::parse(other_))}, {}, {}}; }
    static std::string path_of(std::int64_t change_set) { return "/change_sets/" + std::to_string(change_set); }
    std::int64_t contacts_of(const std::string& account) {
        return administer(http::Method::Post, "/query", Json::Members{{"soql", "SELECT COUNT(id) n FROM contact WHERE account_id = '" + account + "'"}})["records"].array()[0]["n"].integer();
    }

    std::string survivor_, other_;
};

}  // namespace rapport::scenarios

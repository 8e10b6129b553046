#include <gtest/gtest.h>

#include <vector>

#include "doors.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

/// A thousand people in a tree of roles: the company, ten regions, ten branches in each, ten people in each branch.
class LargeHierarchy : public DoorsTest {
protected:
    static constexpr int fan_out = 10;

    void SetUp() override {
        DoorsTest::SetUp();
        company_ = make("role", {{"name", "Company"}});
        std::vector<records::Operation> branches, people;
        for (int region = 0; region < fan_out; ++region) {
            regions_.push_back(make("role", {{"name", "Region " + std::to_string(region)}, {"parent_id", company_}}));
            for (int branch = 0; branch < fan_out; ++branch)
                branches.push_back(creation("role", {{"name", "Branch " + std::to_string(region) + "." + std::to_string(branch)}, {"parent_id", regions_.back()}}));
        }
        for (const auto& made : apply(branches)) branches_.push_back(made.id.text());
        for (int number = 0; number < fan_out * fan_out * fan_out; ++number) {
            std::string name = "p" + std::to_string(number);
            people.push_back(creation("user", {{"last_name", name}, {"email", name + "@example.com"}, {"role_id", branches_[static_cast<std::size_t>(number / fan_out)]}}));
        }
        people.push_back(creation("user", {{"last_name", "head"}, {"email", "head@example.com"}, {"role_id", regions_[0]}}));
        people.push_back(creation("user", {{"last_name", "chief"}, {"email", "chief@example.com"}, {"role_id", company_}}));
        std::vector<records::Operation> deals;
        for (const auto& made : apply(people)) deals.push_back(creation("opportunity", {{"name", "Deal"}, {"close_date", "2026-12-31"}, {"owner_id", made.id.text()}}));
        apply(deals);
    }

    static records::Operation creation(std::string object, Json::Members fields) {
        records::Operation out;
        out.object = std::move(object);
        out.fields = std::move(fields);
        return out;
    }

    std::vector<records::Outcome> apply(const std::vector<records::Operation>& operations) {
        auto system = security::Actor::system("test");
        return workspace().records().apply({system, records::Source::System}, operations);
    }

    std::string deals_seen_by(const std::string& who) {
        return send(who, Post, "/query", R"({"soql": "SELECT COUNT(id) deals FROM opportunity"})").json()["records"].array()[0]["deals"].text();
    }

    std::string company_;
    std::vector<std::string> regions_, branches_;
};
INSTANTIATE_TEST_SUITE_P(Engines, LargeHierarchy, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(LargeHierarchy, is_moved_with_the_next_request) {
    EXPECT_EQ(deals_seen_by("head@example.com"), "101");
    EXPECT_EQ(deals_seen_by("chief@example.com"), "1002");
    EXPECT_EQ(deals_seen_by("p0@example.com"), "1");
    // A branch goes to the other region, then a whole region goes below the first.
    administer(Patch, "/records/role/" + branches_[0], Json::Members{{"parent_id", regions_[1]}});
    EXPECT_EQ(deals_seen_by("head@example.com"), "91");
    administer(Patch, "/records/role/" + regions_[1], Json::Members{{"parent_id", regions_[0]}});
    EXPECT_EQ(deals_seen_by("head@example.com"), "201");
    EXPECT_EQ(deals_seen_by("chief@example.com"), "1002");
    administer(Patch, "/records/role/" + regions_[0], Json::Members{{"parent_id", nullptr}});
    EXPECT_EQ(deals_seen_by("chief@example.com"), "801");
}

TEST_P(LargeHierarchy, is_shared_with_at_once) {
    EXPECT_EQ(deals_seen_by("p999@example.com"), "1");
    make("sharing_rule", {{"name", "The first region"}, {"object", "opportunity"}, {"owner_in_id", regions_[0]}, {"owner_roles_below", true}, {"shared_with_id", branches_[99]}});
    EXPECT_EQ(deals_seen_by("p999@example.com"), "102");
    EXPECT_EQ(deals_seen_by("p0@example.com"), "1");
}

}  // namespace
}  // namespace rapport::scenarios

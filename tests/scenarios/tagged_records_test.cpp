#include <gtest/gtest.h>

#include <vector>

#include "doors.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

/// Records of tags that are on so many that a list is walked along, and on so few that these are gathered.
class TaggedRecords : public DoorsTest {
protected:
    static constexpr int many = 10'100;  // more than are gathered

    void SetUp() override {
        DoorsTest::SetUp();
        for (const char* tag : {"Common", "Rare"}) make("tag", {{"name", tag}});
        workspace().database().write([&](storage::Session& session) {
            session.execute("INSERT INTO account (name, tags, version) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) "
                            "SELECT 'Account ' || (100000 + i), CASE WHEN i % 3000 = 0 THEN ';Common;Rare;' ELSE ';Common;' END, 1 FROM n",
                            {many});
            session.execute("INSERT INTO account (name, version) VALUES ('Account 1 without', 1)");
            session.execute("INSERT INTO record_tag (tag, record_id) SELECT 'common', id FROM account WHERE tags IS NOT NULL");
            session.execute("INSERT INTO record_tag (tag, record_id) SELECT 'rare', id FROM account WHERE tags LIKE '%Rare%'");
        });
    }

    static std::string includes(const std::string& tags) { return R"({"field":"tags","op":"includes","value":[)" + tags + "]}"; }

    /// The names on all pages of a list, each of two records, up to six.
    std::vector<std::string> names(const std::string& filter, const std::string& sort) {
        std::vector<std::string> out;
        std::string cursor;
        do {
            const Json page = send(administrator, Get, "/records/account?fields=name&limit=2&sort=" + sort + "&filter=" + filter + (cursor.empty() ? "" : "&cursor=" + cursor)).json();
            for (const Json& record : page["records"].array()) out.push_back(record["name"].string());
            cursor = page.string_or("next", "");
        } while (!cursor.empty() && out.size() < 6);
        return out;
    }
    std::string count(const std::string& condition) {
        return administer(Post, "/query", Json::Members{{"soql", "SELECT COUNT(id) n FROM account WHERE " + condition}})["records"].array()[0]["n"].text();
    }

    using Names = std::vector<std::string>;
};
INSTANTIATE_TEST_SUITE_P(Engines, TaggedRecords, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(TaggedRecords, are_listed_whether_few_or_many_have_the_tag) {
    EXPECT_EQ(names(includes(R"("common")"), "name"), (Names{"Account 100001", "Account 100002", "Account 100003", "Account 100004", "Account 100005", "Account 100006"}));
    EXPECT_EQ(names(includes(R"("rare")"), "name"), (Names{"Account 103000", "Account 106000", "Account 109000"}));
    EXPECT_EQ(names(includes(R"("rare")"), "-name"), (Names{"Account 109000", "Account 106000", "Account 103000"}));
}

TEST_P(TaggedRecords, are_listed_by_several_tags) {
    const Names rare{"Account 103000", "Account 106000", "Account 109000"};
    EXPECT_EQ(names(includes(R"("common;rare")"), "name"), rare);
    EXPECT_EQ(names(R"({"and":[)" + includes(R"("rare")") + "," + includes(R"("common")") + "]}", "name"), rare);
    EXPECT_EQ(names(includes(R"("common","rare")"), "name").size(), 6U);
    EXPECT_EQ(names(R"({"and":[)" + includes(R"("rare")") + "," + includes(R"("nobody")") + "]}", "name"), Names{});
    EXPECT_EQ(names(R"({"field":"tags","op":"excludes","value":["common"]})", "name"), Names{"Account 1 without"});
    EXPECT_EQ(names(R"({"or":[)" + includes(R"("nobody")") + R"(,{"field":"name","op":"=","value":"Account 1 without"}]})", "name"), Names{"Account 1 without"});
}

TEST_P(TaggedRecords, are_counted) {
    EXPECT_EQ(count("tags INCLUDES ('common')"), std::to_string(many));
    EXPECT_EQ(count("tags INCLUDES ('rare')"), "3");
    EXPECT_EQ(count("tags INCLUDES ('common;rare')"), "3");
    EXPECT_EQ(count("tags EXCLUDES ('rare')"), std::to_string(many - 2));
}

}  // namespace
}  // namespace rapport::scenarios

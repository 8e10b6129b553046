#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "doors.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

const char* const cases = RAPPORT_SOURCE_DIR "/tests/scenarios/metadata/section_conditions.json";

std::string with(std::string text, const std::string& name, const std::string& value) {
    const std::string mark = "{{" + name + "}}";
    for (auto place = text.find(mark); place != std::string::npos; place = text.find(mark)) text.replace(place, mark.size(), value);
    return text;
}

/// A screen decides by conditions of sections while people type; the web app's own test reads the same cases, and must come to
/// what a list with that filter answers.
class SectionConditions : public DoorsTest {
protected:
    void SetUp() override {
        DoorsTest::SetUp();
        std::stringstream read;
        read << std::ifstream(cases).rdbuf();
        const std::string me = administer(Get, "/me")["user"]["id"].string();
        const std::string other = make("user", {{"last_name", "Other"}, {"email", "other@example.com"}});
        cases_ = Json::parse(with(with(read.str(), "me", me), "other", other));
        administer(Post, "/metadata/objects", Json::Members{{"name", "boat"}, {"label", "Boat"}, {"plural_label", "Boats"}, {"fields", cases_["fields"]}});
    }

    std::set<std::string> met_by(const Json& condition) {
        std::set<std::string> names;
        const Json answer = administer(Get, "/records/boat?fields=name&filter=" + condition.text());
        for (const Json& record : answer["records"].array()) names.insert(record["name"].string());
        return names;
    }

    Json cases_;
};
INSTANTIATE_TEST_SUITE_P(Engines, SectionConditions, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(SectionConditions, mean_what_filters_mean) {
    for (const Json& record : cases_["records"].array()) {
        const Json kept = administer(Get, "/records/boat/" + make("boat", record.members()));
        for (const auto& [name, value] : record.members()) EXPECT_EQ(kept[name], value) << name << " of " << record.text();
    }
    for (const Json& one : cases_["conditions"].array()) {
        const Json& condition = one["condition"];
        std::set<std::string> shown;
        for (const Json& name : one["shown"].array()) shown.insert(name.string());
        EXPECT_EQ(met_by(condition), shown) << condition.text();
        const Json section = Json::Members{{"label", "Sometimes"}, {"condition", condition}, {"fields", Json::Array{"remark"}}};
        const Json layout = Json::Members{{"sections", Json::Array{section}}, {"highlights", Json::Array{}}, {"related", Json::Array{}}};
        EXPECT_EQ(administer(Put, "/metadata/objects/boat/layouts/detail", layout)["layouts"]["detail"]["sections"].array().front()["condition"], condition);
    }
}

}  // namespace
}  // namespace rapport::scenarios

#include <gtest/gtest.h>

#include <chrono>

#include "doors.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

class Backups : public DoorsTest {
protected:
    Json ended(std::int64_t job) {
        // It gives way to whatever else the machine does.
        workspace().jobs().wait(job, std::chrono::minutes(10));
        return administer(Get, "/jobs/" + std::to_string(job));
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Backups, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Backups, are_made_and_tried_while_people_work) {
    administer(Post, "/records/account", Json::Members{{"name", "Acme"}});
    Json job = ended(administer(Post, "/backups", Json::Members{})["job"].integer());
    EXPECT_EQ(job["state"].string(), "done") << job.text();
    Json kept = administer(Get, "/backups");
    ASSERT_EQ(kept["backups"].array().size(), 1);
    const Json& backup = kept["backups"].array()[0];
    EXPECT_FALSE(backup["verified_at"].is_null());
    EXPECT_GT(backup["bytes"].integer(), 0);
    EXPECT_GT(backup["rows"].integer(), 0);
    EXPECT_TRUE(kept["job"].is_null());
    // What people do goes on in the workspace that was backed up, not in the one that it was restored to.
    administer(Post, "/records/account", Json::Members{{"name", "Later"}});
}

}  // namespace
}  // namespace rapport::scenarios

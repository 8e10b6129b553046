#pragma once

#include <string>

#include "api/application.h"
#include "app/workspace.h"
#include "jobs/runner.h"
#include "notifications/collector.h"
#include "storage/testing/engines.h"
#include "storage/testing/temporary_folder.h"

namespace rapport::scenarios {

/// What a door answered, whole: exports come in pieces elsewhere, and events when the feed looks.
struct Answer {
    int status = 0;
    std::string body;
    http::Headers headers{};

    Json json() const { return Json::parse(body); }
};

/// A workspace behind its doors, for tests in C++ that ask in many ways.
class DoorsTest : public storage::testing::EngineTest {
protected:
    void SetUp() override;
    void TearDown() override;

    /// `who` is a user's e-mail address; the path stands below /api/v1 and may have a query.
    using Headers = std::vector<std::pair<std::string, std::string>>;
    Answer send(const std::string& who, http::Method method, const std::string& path, const std::string& body = "", const Headers& headers = {});
    /// As the administrator; fails the test when it does not go through.
    Json administer(http::Method method, const std::string& path, const Json& body = Json());
    /// Makes a record as the administrator and answers its id.
    std::string make(const std::string& object, Json::Members fields);
    app::Workspace& workspace() { return *workspace_; }
    live::Feed& feed() { return *feed_; }
    notifications::Collector& collector() { return *collector_; }
    /// A stream of events as a browser opens it.
    std::shared_ptr<http::Channel> listen(const std::string& who, const std::string& path = "/events");

    static constexpr const char* administrator = "admin@example.com";

    std::filesystem::path folder() const { return folder_.path(); }

private:
    http::Response ask(const std::string& who, http::Method method, const std::string& path, const std::string& body, const Headers& headers);
    std::string token_of(const std::string& who);

    storage::testing::TemporaryFolder folder_;
    std::unique_ptr<app::Workspace> workspace_;
    std::unique_ptr<jobs::Runner> runner_;
    std::unique_ptr<live::Feed> feed_;
    std::unique_ptr<notifications::Collector> collector_;
    std::unique_ptr<api::Application> doors_;
    std::map<std::string, std::string> tokens_;
};

}  // namespace rapport::scenarios

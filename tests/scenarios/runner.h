#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "api/application.h"
#include "app/workspace.h"
#include "base/json.h"
#include "jobs/runner.h"
#include "notifications/collector.h"
#include "scenario.h"
#include "storage/testing/engines.h"

namespace rapport::scenarios {

/// Carries a scenario out in a workspace of its own; what is not as expected becomes a failure of the running test.
class Runner {
public:
    Runner(storage::testing::Engine engine, std::filesystem::path file);
    ~Runner();

    void run();

private:
    void open();
    void close();
    void run_step(const Step& step);
    void send(const Step& step, http::Method method, const std::string& path, const std::string& body);
    void add_user(const std::string& words);
    void listen(const std::string& path);
    void hear();
    void import_file(const std::string& words);
    void expect(int line, const std::string& expectation);
    Json value_of(const std::string& path) const;
    void fail(int line, const std::string& message) const;
    std::string filled_in(std::string text) const;
    std::filesystem::path find_file(const std::string& name) const;
    std::string token_of(const std::string& who);

    storage::testing::Engine engine_;
    std::filesystem::path file_;
    std::filesystem::path folder_;
    std::unique_ptr<storage::testing::FreshDatabase> fresh_;
    std::unique_ptr<app::Workspace> workspace_;
    std::unique_ptr<jobs::Runner> runner_;
    std::unique_ptr<live::Feed> feed_;
    std::unique_ptr<notifications::Collector> collector_;
    std::unique_ptr<api::Application> doors_;
    std::map<std::string, std::shared_ptr<http::Channel>> channels_;  // by who listens
    std::string who_ = "admin";
    std::map<std::string, std::string> kept_;
    std::map<std::string, std::string> tokens_;
    std::vector<std::pair<std::string, std::string>> headers_;  // of the next request
    int status_ = 0;
    http::Headers head_;  // of the answer
    Json answer_;
};

}  // namespace rapport::scenarios

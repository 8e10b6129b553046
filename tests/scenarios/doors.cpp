#include "doors.h"

#include <sstream>

#include "http/channel.h"
#include "onboarding/first_data.h"

namespace rapport::scenarios {

void DoorsTest::SetUp() {
    workspace_ = std::make_unique<app::Workspace>(fresh().open(), folder_.path());
    onboarding::make_first_data(workspace_->records(), {.organization = "Example", .currency_code = "USD", .email = administrator, .password = "a long password", .first_name = "Ada", .last_name = "Admin"});
    runner_ = std::make_unique<jobs::Runner>(workspace_->database(), workspace_->jobs(), jobs::Runner::Options{.threads = 1});
    feed_ = std::make_unique<live::Feed>(workspace_->database(), workspace_->registry(), workspace_->directory());
    collector_ = std::make_unique<notifications::Collector>(workspace_->database(), workspace_->registry(), workspace_->directory());
    collector_->look();
    doors_ = std::make_unique<api::Application>(
        api::Services{workspace_->database(), workspace_->registry(), workspace_->directory(), workspace_->records(), workspace_->identity(), workspace_->jobs(), *feed_, workspace_->files(), workspace_->setup_code(), workspace_->backups(), "test", ""});
}

void DoorsTest::TearDown() {
    doors_.reset();
    collector_.reset();
    feed_.reset();
    runner_.reset();
    workspace_.reset();
}

std::string DoorsTest::token_of(const std::string& who) {
    std::string& token = tokens_[who];
    if (token.empty()) token = workspace_->identity().create_token(workspace_->actor(who).user(), "test");
    return token;
}

http::Response DoorsTest::ask(const std::string& who, http::Method method, const std::string& path, const std::string& body, const Headers& headers) {
    http::Request request;
    request.method = method;
    request.path = "/api/v1" + path;
    if (auto question = request.path.find('?'); question != std::string::npos) {
        std::istringstream parts(request.path.substr(question + 1));
        for (std::string part; std::getline(parts, part, '&');) {
            auto equals = part.find('=');
            request.query.emplace_back(part.substr(0, equals), equals == std::string::npos ? "" : part.substr(equals + 1));
        }
        request.path.resize(question);
    }
    request.body = body;
    request.headers.set("Authorization", "Bearer " + token_of(who));
    if (!body.empty()) request.headers.set("Content-Type", "application/json");
    for (const auto& [name, value] : headers) request.headers.set(name, value);
    return doors_->handle(request);
}

std::shared_ptr<http::Channel> DoorsTest::listen(const std::string& who, const std::string& path) { return ask(who, http::Method::Get, path, "", {}).channel; }

Answer DoorsTest::send(const std::string& who, http::Method method, const std::string& path, const std::string& body, const Headers& headers) {
    http::Response response = ask(who, method, path, body, headers);
    Answer out{response.status, response.body, response.headers};
    if (response.channel) {
        feed_->look();
        response.channel->take(out.body);
    }
    if (!response.stream) return out;
    for (bool more = true; more;) {
        std::string piece;
        more = response.stream(piece);
        out.body += piece;
    }
    return out;
}

Json DoorsTest::administer(http::Method method, const std::string& path, const Json& body) {
    Answer answer = send(administrator, method, path, body.is_null() ? "" : body.text());
    EXPECT_LT(answer.status, 300) << path << ": " << answer.body;
    return answer.body.empty() || answer.status >= 300 ? Json() : answer.json();
}

std::string DoorsTest::make(const std::string& object, Json::Members fields) {
    return administer(http::Method::Post, "/records/" + object, std::move(fields)).string_or("id", "");
}

}  // namespace rapport::scenarios

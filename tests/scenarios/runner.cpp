#include "runner.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "http/channel.h"
#include "http/target.h"
#include "imports/importer.h"
#include "imports/report_json.h"
#include "onboarding/first_data.h"

namespace rapport::scenarios {
namespace {

constexpr const char* nobody = "nobody";
constexpr const char* administrator = "admin@example.com";

/// The first word of `text`, which loses it.
std::string take_word(std::string& text) {
    auto end = text.find(' ');
    std::string word = text.substr(0, end);
    auto next = text.find_first_not_of(' ', end);
    text = end == std::string::npos || next == std::string::npos ? "" : text.substr(next);
    return word;
}

/// "records.0.account.name" inside an answer; null when it is not there.
Json value_at(const Json& json, std::string path) {
    Json here = json;
    while (!path.empty()) {
        auto dot = path.find('.');
        std::string name = path.substr(0, dot);
        path = dot == std::string::npos ? "" : path.substr(dot + 1);
        bool number = !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
        if (number && here.is_array()) {
            auto place = static_cast<std::size_t>(std::stoul(name));
            here = place < here.array().size() ? Json(here.array()[place]) : Json();
        } else {
            here = Json(here[name]);
        }
    }
    return here;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf())) throw std::runtime_error(path.string() + " cannot be read");
    return text.str();
}

const std::map<std::string, http::Method> methods{{"GET", http::Method::Get}, {"POST", http::Method::Post}, {"PATCH", http::Method::Patch}, {"PUT", http::Method::Put}, {"DELETE", http::Method::Delete}};

}  // namespace

Runner::Runner(storage::testing::Engine engine, std::filesystem::path file) : engine_(engine), file_(std::move(file)), fresh_(storage::testing::fresh_database(engine)) {
    std::string pattern = (std::filesystem::temp_directory_path() / "rapport-scenario-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
}

Runner::~Runner() {
    close();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void Runner::open() {
    workspace_ = std::make_unique<app::Workspace>(fresh_->open(), folder_);
    runner_ = std::make_unique<jobs::Runner>(workspace_->database(), workspace_->jobs(), jobs::Runner::Options{.threads = 1});
    feed_ = std::make_unique<live::Feed>(workspace_->database(), workspace_->registry(), workspace_->directory());
    collector_ = std::make_unique<notifications::Collector>(workspace_->database(), workspace_->registry(), workspace_->directory());
    doors_ = std::make_unique<api::Application>(api::Services{workspace_->database(), workspace_->registry(), workspace_->directory(), workspace_->records(), workspace_->identity(), workspace_->jobs(), *feed_, workspace_->files(), workspace_->setup_code(), workspace_->backups(), "test", ""});
}

void Runner::close() {
    doors_.reset();
    collector_.reset();
    channels_.clear();
    feed_.reset();
    runner_.reset();
    workspace_.reset();
}

void Runner::run() {
    open();
    const auto steps = read_scenario(file_);
    if (!steps.empty() && steps.front().text == "new workspace") kept_["setup_code"] = workspace_->setup_code().text();
    else onboarding::make_first_data(workspace_->records(), {.organization = "Example", .currency_code = "USD", .email = administrator, .password = "a long password", .first_name = "Ada", .last_name = "Admin"});
    collector_->look();
    for (const Step& step : steps) {
        try {
            run_step(step);
        } catch (const std::exception& error) {
            fail(step.line, error.what());
        }
        // What comes after a failure fails for that reason alone.
        if (::testing::Test::HasFailure()) return;
    }
}

void Runner::run_step(const Step& step) {
    std::string words = filled_in(step.text);
    std::string verb = take_word(words);
    if (verb == "as") {
        who_ = words;
    } else if (verb == "new") {
        // Before the first step, see run().
    } else if (verb == "restart") {
        close();
        open();
    } else if (verb == "user") {
        add_user(words);
    } else if (verb == "header") {
        std::string name = take_word(words);
        headers_.emplace_back(name, words);
    } else if (verb == "listen") {
        listen(words);
    } else if (verb == "hear") {
        hear();
    } else if (verb == "at") {
        collector_->look(value_or_throw(DateTime::parse(words)));
    } else if (verb == "await") {
        workspace_->jobs().wait(std::stoll(words), std::chrono::minutes(10));
    } else if (verb == "import") {
        import_file(words);
    } else if (auto method = methods.find(verb); method != methods.end()) {
        std::string path = take_word(words);
        send(step, method->second, path, words);
    } else {
        fail(step.line, "\"" + verb + "\" is not a step");
    }
    for (const auto& [line, expectation] : step.expectations) expect(line, filled_in(expectation));
}

void Runner::send(const Step& step, http::Method method, const std::string& path, const std::string& body) {
    http::Request request;
    request.method = method;
    if (!http::read_target("/api/v1" + path, request)) throw std::runtime_error("\"" + path + "\" is no address");
    request.body = body;
    if (who_ != nobody) request.headers.set("Authorization", "Bearer " + token_of(who_));
    if (!body.empty()) request.headers.set("Content-Type", "application/json");
    for (const auto& [name, value] : headers_) request.headers.set(name, value);
    headers_.clear();
    // Elsewhere it looks by itself, soon.
    if (path.starts_with("/notifications")) collector_->look();
    http::Response response = doors_->handle(request);
    status_ = response.status;
    head_ = response.headers;
    answer_ = response.body.empty() || (response.body.front() != '{' && response.body.front() != '[') ? Json(response.body) : Json::parse(response.body);
    bool says_status = std::any_of(step.expectations.begin(), step.expectations.end(), [](const auto& expectation) { return expectation.second.starts_with("status "); });
    if (!says_status && status_ >= 300) fail(step.line, "answered " + std::to_string(status_) + ": " + response.body);
}

void Runner::add_user(const std::string& words) {
    std::string rest = words;
    std::string email = take_word(rest);
    records::Operation operation;
    operation.object = "user";
    operation.fields = rest.empty() ? Json(Json::Members{}) : Json::parse(rest);
    operation.fields.set("email", email);
    if (!operation.fields.has("last_name")) operation.fields.set("last_name", email.substr(0, email.find('@')));
    auto system = security::Actor::system("scenario");
    workspace_->records().apply({system, records::Source::System}, operation);
}

void Runner::listen(const std::string& path) {
    http::Request request;
    if (!http::read_target("/api/v1" + path, request)) throw std::runtime_error("\"" + path + "\" is no address");
    request.headers.set("Authorization", "Bearer " + token_of(who_));
    http::Response response = doors_->handle(request);
    status_ = response.status;
    answer_ = response.body.empty() ? Json() : Json::parse(response.body);
    if (auto& before = channels_[who_]) before->disconnect();
    channels_[who_] = response.channel;
    if (response.channel) feed_->look();
}

/// {"events": […], "place": …, "open": …}: what whoever asks has been told since they heard last. Each event has its name as `event`.
void Runner::hear() {
    collector_->look();
    feed_->look();
    std::string text;
    bool open = channels_.at(who_)->take(text);
    Json::Array events;
    Json place;
    std::string name;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("event: ")) name = line.substr(7);
        if (line.starts_with("id: ")) place = line.substr(4);
        if (!line.starts_with("data: ")) continue;
        Json event = Json::parse(line.substr(6));
        event.set("event", name);
        events.push_back(std::move(event));
    }
    answer_ = Json::Members{{"events", std::move(events)}, {"place", place}, {"open", open}};
    status_ = 200;
}

void Runner::import_file(const std::string& words) {
    std::string rest = words;
    std::string object = take_word(rest);
    std::string file = take_word(rest);
    Json map;
    if (take_word(rest) == "with") map = Json::parse(read_file(find_file(take_word(rest))));
    imports::Request request;
    request.mapping = {object, map, ""};
    request.file_name = file;
    std::string csv = read_file(find_file(file));
    request.open = [csv] { return documents::bytes_of(csv); };
    auto report = imports::Importer(workspace_->records()).run(workspace_->actor(who_ == "admin" ? "" : who_), request);
    std::string json;
    JsonWriter out(json);
    imports::write_report(out, report);
    answer_ = Json::parse(json);
    status_ = 200;
}

void Runner::expect(int line, const std::string& expectation) {
    std::string rest = expectation;
    std::string path = take_word(rest);
    if (path == "status") {
        if (std::to_string(status_) != rest) fail(line, "the status is " + std::to_string(status_) + ": " + answer_.text());
        return;
    }
    if (path == "keep") {
        std::string name = take_word(rest);
        Json value = value_of(name);
        take_word(rest);  // "as"
        kept_[rest] = value.is_string() ? value.string() : value.text();
        return;
    }
    Json value = value_of(path);
    std::string relation = take_word(rest);
    bool holds = false;
    if (relation == "=") holds = value == Json::parse(rest);
    else if (relation == "contains") holds = (value.is_string() ? value.string() : value.text()).find(Json::parse(rest).string()) != std::string::npos;
    else if (relation == "has") holds = value.is_array() && std::to_string(value.array().size()) == rest;
    else if (relation == "is" && rest == "absent") holds = value.is_null();
    else if (relation == "is" && rest == "present") holds = !value.is_null();
    else return fail(line, "\"" + expectation + "\" is not an expectation");
    if (!holds) fail(line, "expected " + expectation + ", and " + path + " is " + value.text() + " in " + answer_.text().substr(0, 1500));
}

/// What a path of an expectation names: a part of the answer, or "header:Location" of its head.
Json Runner::value_of(const std::string& path) const {
    constexpr std::string_view header = "header:";
    if (!path.starts_with(header)) return value_at(answer_, path);
    auto value = head_.find(std::string_view(path).substr(header.size()));
    return value ? Json(std::string(*value)) : Json();
}

void Runner::fail(int line, const std::string& message) const { ADD_FAILURE() << file_.string() << ":" << line << ": " << message; }

std::string Runner::filled_in(std::string text) const {
    for (const auto& [name, value] : kept_) {
        std::string place = "{{" + name + "}}";
        for (auto found = text.find(place); found != std::string::npos; found = text.find(place)) text.replace(found, place.size(), value);
    }
    return text;
}

/// "shared:" names the data sets that lie beside the project.
std::filesystem::path Runner::find_file(const std::string& name) const {
    constexpr std::string_view shared = "shared:";
    if (!name.starts_with(shared)) return file_.parent_path() / name;
    return std::filesystem::path(RAPPORT_SOURCE_DIR) / ".." / "shared" / "data" / name.substr(shared.size());
}

std::string Runner::token_of(const std::string& who) {
    std::string& token = tokens_[who];
    if (token.empty()) token = workspace_->identity().create_token(workspace_->actor(who == "admin" ? administrator : who).user(), "scenario");
    return token;
}

}  // namespace rapport::scenarios

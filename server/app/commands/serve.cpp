#include <malloc.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <thread>

#include "api/application.h"
#include "app/command.h"
#include "app/executable.h"
#include "app/serve_lock.h"
#include "app/watcher.h"
#include "base/log.h"
#include "http/server.h"
#include "http/static_files.h"
#include "jobs/runner.h"
#include "notifications/collector.h"
#include "onboarding/first_data.h"

namespace rapport::app {
namespace {

struct Options {
    Location location;
    std::string listen = "127.0.0.1:8080";
    std::string web;
    std::string public_address;
    int workers = 32;
    std::size_t connections = http::ServerOptions().max_connections;
    std::size_t largest_body = api::BodyLimits().json >> 20;      // megabytes, as are the next ones
    std::size_t largest_import = api::BodyLimits().import >> 20;
    std::size_t largest_file = api::BodyLimits().file >> 20;
    bool behind_proxy = false;
    bool bench_route = false;
};

constexpr std::size_t fixed_answer_bytes = 1024;

/// "127.0.0.1:8080", "[::1]:8080".
void read_address(const std::string& text, http::ServerOptions& options) {
    auto colon = text.rfind(':');
    int port = -1;
    if (colon != std::string::npos) {
        auto digits = text.substr(colon + 1);
        bool number = !digits.empty() && digits.size() <= 5 && digits.find_first_not_of("0123456789") == std::string::npos;
        port = number ? std::stoi(digits) : -1;
    }
    if (port < 0 || port > 65535 || colon == 0)
        throw Failure(FailureKind::Invalid, "invalid_address", "\"" + text + "\" is not an address to listen on: write it as 127.0.0.1:8080.");
    options.address = text.substr(0, colon);
    if (options.address.front() == '[' && options.address.back() == ']') options.address = options.address.substr(1, options.address.size() - 2);
    options.port = static_cast<std::uint16_t>(port);
}

/// Stops the server on SIGINT and SIGTERM, which are blocked in every other thread.
class StopOnSignal {
public:
    StopOnSignal() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }
    void watch(http::Server& server) {
        thread_ = std::thread([this, &server] {
            int signal = 0;
            sigwait(&signals_, &signal);
            server.stop();
        });
    }
    void join() {
        // The server may have ended by itself: the waiting thread is woken the way a signal would.
        pthread_kill(thread_.native_handle(), SIGTERM);
        thread_.join();
    }

private:
    sigset_t signals_{};
    std::thread thread_;
};

/// Large blocks come from the system and go back to it. By itself the C library would keep ever larger ones once it has seen
/// one, and a single large upload would count as memory of the server for ever.
void give_memory_back() {
    constexpr int large = 256 << 10;
    mallopt(M_MMAP_THRESHOLD, large);
}

ExitCode run(const Options& options) {
    http::ServerOptions server_options;
    read_address(options.listen, server_options);
    server_options.workers = options.workers;
    server_options.max_connections = options.connections;
    server_options.body_memory = std::max(server_options.body_memory, 2 * (options.largest_import << 20));
    server_options.behind_proxy = options.behind_proxy;
    std::optional<identity::RelyingParty> public_address;
    if (!options.public_address.empty()) public_address = identity::RelyingParty::at(options.public_address);
    give_memory_back();
    StopOnSignal signals;
    require_workspace(options.location);
    std::filesystem::create_directories(options.location.folder);
    ServeLock lock(options.location.folder);
    // People need not wait for a new index: the watcher makes it, beside their work.
    Workspace workspace(options.location, Workspace::Opening::Existing, Workspace::Upgrade::WithBackup, Workspace::Indexing::Later);

    std::string fixed = options.bench_route ? "{\"fixed\":\"" + std::string(fixed_answer_bytes - 12, 'x') + "\"}" : "";
    live::Feed feed(workspace.database(), workspace.registry(), workspace.directory());
    notifications::Collector collector(workspace.database(), workspace.registry(), workspace.directory());
    workspace.records().on_commit([&](const auto&) {
        feed.wake();
        collector.wake();
    });
    api::Application doors({workspace.database(), workspace.registry(), workspace.directory(), workspace.records(), workspace.identity(), workspace.jobs(), feed, workspace.files(), workspace.setup_code(), workspace.backups(), RAPPORT_VERSION, fixed, public_address},
                           {options.largest_body << 20, options.largest_import << 20, options.largest_file << 20});
    http::StaticFiles pages(options.web.empty() ? web_folder() : std::filesystem::path(options.web));
    auto is_page = [](const http::Request& request) {
        const std::string& path = request.path;
        return !path.starts_with("/api/") && path != "/healthz" && path != "/readyz" && path != "/metrics" && !path.starts_with("/bench/");
    };
    http::Application application;
    application.place = [&](const http::Request& request) { return is_page(request) ? http::Where::Inline : doors.place(request); };
    application.handle = [&](http::Request& request) { return is_page(request) ? pages.answer(request) : doors.handle(request); };
    application.receiver = [&](const http::Request& head) { return doors.receiver(head); };
    application.body_limit = [&](const http::Request& head) { return doors.body_limit(head); };
    http::Server server(server_options, application);
    Watcher watcher(workspace);
    jobs::Runner runner(workspace.database(), workspace.jobs());
    std::jthread telling([&](const std::stop_token& stop) { feed.run(stop); });
    std::jthread collecting([&](const std::stop_token& stop) { collector.run(stop, [&] { feed.wake(); }); });
    signals.watch(server);
    std::cout << "Rapport serves http://" << options.listen.substr(0, options.listen.rfind(':')) << ":" << server.port() << std::endl;
    // To the terminal and the journal alone, where only those look who run the server.
    if (onboarding::is_new(workspace.database()))
        std::cout << "There is nobody who could log in yet. Open that address to make the first administrator; the setup code is " << workspace.setup_code().text() << std::endl;
    server.run();
    signals.join();
    log::information("stopped");
    return ExitCode::Done;
}

}  // namespace

void add_serve(CLI::App& program, const SetAction& set_action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("serve", "Serve a workspace over HTTP");
    add_location(*command, options->location);
    command->add_option("--listen", options->listen, "Address and port; port 0 lets the system choose")->capture_default_str();
    command->add_option("--web", options->web, "Folder of the built web app; without it the one beside the program");
    command->add_option("--workers", options->workers, "Threads that answer requests")->check(CLI::Range(1, 1024))->capture_default_str();
    command->add_option("--connections", options->connections, "Connections at once; further ones are told to come back later")->check(CLI::Range(1, 1'000'000))->capture_default_str();
    command->add_option("--largest-body", options->largest_body, "Megabytes that a request may bring")->check(CLI::Range(1, 1024))->capture_default_str();
    command->add_option("--largest-import", options->largest_import, "Megabytes that a file to import may have")->check(CLI::Range(1, 64 * 1024))->capture_default_str();
    command->add_option("--largest-file", options->largest_file, "Megabytes that a file to keep may have")->check(CLI::Range(1, 64 * 1024))->capture_default_str();
    command->add_option("--public-address", options->public_address, "Where people open the server, such as https://crm.example.com: passkeys are kept for it");
    command->add_flag("--behind-proxy", options->behind_proxy, "Only a proxy can reach the server: take clients' addresses from X-Forwarded-For");
    command->add_flag("--bench-route", options->bench_route, "Answer GET /bench/fixed with 1 KB, to measure against");
    command->footer("Example:\n  rapport serve --data data --listen 127.0.0.1:8080");
    command->callback([options, set_action] { set_action([options] { return run(*options); }); });
}

}  // namespace rapport::app

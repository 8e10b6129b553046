#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "http/message.h"

namespace rapport::http {

/// Where a request runs. Inline is for answers that take microseconds; a worker may block.
enum class Where { Inline, Worker };

/// What the server asks of the application. No call may throw; all may run on many threads at once.
struct Application {
    std::function<Where(const Request&)> place;
    std::function<Response(Request&)> handle;
    /// Optional: how many bytes of body this request may have, told from its head. Without it ServerOptions::body_limit holds.
    std::function<std::size_t(const Request& head)> body_limit;
    /// Optional: what takes the body of this request while it comes in; null for those whose body goes to Request::body.
    /// What takes it sets the limit.
    std::function<std::shared_ptr<BodyReceiver>(const Request& head)> receiver;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: the system chooses
    /// Only a proxy can reach this server: a client's address is the last one in X-Forwarded-For, which the proxy adds.
    bool behind_proxy = false;
    int socket_threads = 2;
    int workers = 32;
    std::size_t max_connections = 10'000;  // further ones are told to come back later
    std::size_t header_limit = 32 << 10;
    std::size_t body_limit = 64 << 20;
    std::size_t body_memory = 1 << 30;  // for all bodies that are on their way in, together
    /// How long a connection may be open between two requests.
    std::chrono::milliseconds idle_timeout{75'000};
    /// For a head to come in; a body, and an answer going out, get this and a second for every `slowest_rate` bytes.
    std::chrono::milliseconds request_timeout{30'000};
    std::size_t slowest_rate = 8 << 10;
    /// How long running requests have to end after stop().
    std::chrono::milliseconds stop_timeout{10'000};
};

/// An HTTP/1.1 server: keep-alive, pipelining, chunked bodies both ways, gzip and brotli for text over 1 KB, limits on
/// everything a stranger can send, graceful stop. Knows nothing of CRM.
class Server {
public:
    /// Listens at once. Throws Failure(Unavailable, "address_in_use") or ("cannot_listen") naming address and reason.
    Server(ServerOptions options, Application application);
    ~Server();

    std::uint16_t port() const;
    /// Serves until stop() is called. Running requests are finished first, for `stop_timeout` at most; then their
    /// connections are cut, and only the work that is in the hands of a worker at that moment is waited for.
    void run();
    /// May be called from any thread and from a signal handler's thread.
    void stop();

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace rapport::http

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

/// What the server asks of the application. Neither call may throw; both may run on many threads at once.
struct Application {
    std::function<Where(const Request&)> place;
    std::function<Response(Request&)> handle;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: the system chooses
    int socket_threads = 2;
    int workers = 32;
    std::size_t body_limit = 64 << 20;
    std::size_t header_limit = 32 << 10;
    std::chrono::seconds idle_timeout{75};
    std::chrono::seconds request_timeout{30};
};

/// An HTTP/1.1 server: keep-alive, pipelining, chunked bodies both ways, gzip and brotli for text over 1 KB, limits on
/// everything a stranger can send, graceful stop. Knows nothing of CRM.
class Server {
public:
    /// Listens at once. Throws Failure(Unavailable, "address_in_use") or ("cannot_listen") naming address and reason.
    Server(ServerOptions options, Application application);
    ~Server();

    std::uint16_t port() const;
    /// Serves until stop() is called; running requests are finished first, for ten seconds at most.
    void run();
    /// May be called from any thread and from a signal handler's thread.
    void stop();

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace rapport::http

#pragma once

#include <thread>

#include "http/server.h"

namespace rapport::http::testing {

/// A server on a free port of the loopback that runs until this goes.
class RunningServer {
public:
    explicit RunningServer(Application application, ServerOptions options = {})
        : server_(on_free_port(std::move(options)), std::move(application)), thread_([this] { server_.run(); }) {}
    ~RunningServer() { server_.stop(); }

    std::uint16_t port() const { return server_.port(); }
    void stop() { server_.stop(); }
    /// Waits until run() has returned.
    void join() { thread_.join(); }

private:
    static ServerOptions on_free_port(ServerOptions options) {
        options.port = 0;
        return options;
    }

    Server server_;
    std::jthread thread_;
};

}  // namespace rapport::http::testing

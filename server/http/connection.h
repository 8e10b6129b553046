#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <cstddef>

#include "http/server.h"
#include "http/socket_thread.h"

namespace rapport::http {

/// What all connections of a server share. Outlives them.
struct Serving {
    const ServerOptions& options;
    const Application& application;
    net::thread_pool& workers;
    std::atomic<std::size_t> body_memory{0};  // bytes of large bodies that are on their way in
};

/// Serves a socket of `thread` until it ends, logging what goes wrong. Called on any thread.
void start_connection(Socket socket, SocketThread& thread, Serving& serving);

}  // namespace rapport::http

#include "http/server.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <thread>
#include <vector>

#include "base/failure.h"
#include "base/log.h"
#include "http/connection.h"
#include "http/response_head.h"

namespace rapport::http {
namespace {

using ErrorCode = boost::system::error_code;
using Acceptor = net::basic_socket_acceptor<net::ip::tcp, Executor>;

constexpr auto as_tuple = net::as_tuple(net::use_awaitable_t<Executor>());

std::vector<std::unique_ptr<SocketThread>> make_threads(int count) {
    std::vector<std::unique_ptr<SocketThread>> threads;
    for (int i = 0; i < std::max(1, count); ++i) threads.push_back(std::make_unique<SocketThread>());
    return threads;
}

}  // namespace

class Server::Implementation {
public:
    Implementation(ServerOptions options, Application application);
    ~Implementation() { workers_.join(); }

    std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
    void run();
    void stop();

private:
    void listen();
    Awaitable<void> accept();
    void turn_away(Socket socket);
    SocketThread& least_busy_thread();

    ServerOptions options_;
    Application application_;
    net::thread_pool workers_;
    Serving serving_;
    std::vector<std::unique_ptr<SocketThread>> threads_;
    Acceptor acceptor_;
};

Server::Implementation::Implementation(ServerOptions options, Application application)
    : options_(std::move(options)),
      application_(std::move(application)),
      workers_(static_cast<std::size_t>(std::max(1, options_.workers))),
      serving_{options_, application_, workers_},
      threads_(make_threads(options_.socket_threads)),
      acceptor_(threads_.front()->executor()) {
    listen();
}

void Server::Implementation::listen() {
    auto fail = [this](std::string_view reason, const ErrorCode& error) {
        bool in_use = error == net::error::address_in_use;
        throw Failure(FailureKind::Unavailable, in_use ? "address_in_use" : "cannot_listen",
                      fmt::format("Cannot listen on {} port {}: {}.{}", options_.address, options_.port, reason,
                                  in_use ? " Stop the program that listens there, or choose another port." : ""));
    };
    ErrorCode error;
    auto address = net::ip::make_address(options_.address, error);
    if (error) fail("this is no IP address such as 127.0.0.1 or ::", error);
    net::ip::tcp::endpoint endpoint(address, options_.port);
    acceptor_.open(endpoint.protocol(), error);
    // This lets a server start again while connections of the last one fade; a port in use stays refused.
    if (!error) acceptor_.set_option(net::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
    if (error) fail(error.message(), error);
}

void Server::Implementation::run() {
    net::co_spawn(threads_.front()->context(), accept(), [](std::exception_ptr failure) {
        try {
            if (failure) std::rethrow_exception(failure);
        } catch (const std::exception& error) {
            log::error("The server takes no more connections: {}", error.what());
        }
    });
    std::vector<std::jthread> running;
    for (std::size_t i = 1; i < threads_.size(); ++i) {
        running.emplace_back([thread = threads_[i].get()] { thread->run(); });
    }
    threads_.front()->run();
    running.clear();
    workers_.join();
}

void Server::Implementation::stop() {
    net::post(threads_.front()->context(), [this] {
        ErrorCode ignored;
        acceptor_.close(ignored);
        // Not before: a connection that is handed over to a thread that has ended would be left hanging.
        for (auto& thread : threads_) thread->drain(options_.stop_timeout);
    });
}

Awaitable<void> Server::Implementation::accept() {
    while (acceptor_.is_open()) {
        SocketThread& thread = least_busy_thread();
        auto [error, socket] = co_await acceptor_.async_accept(thread.context(), as_tuple);
        if (!acceptor_.is_open()) co_return;
        if (error) {
            // Out of file descriptors, most likely: connections that end give some back.
            log::warning("A connection cannot be accepted: {}", error.message());
            Timer pause(acceptor_.get_executor(), std::chrono::milliseconds(100));
            co_await pause.async_wait(as_tuple);
            continue;
        }
        std::size_t connections = 0;
        for (const auto& each : threads_) connections += each->connections();
        if (connections < options_.max_connections) {
            start_connection(std::move(socket), thread, serving_);
        } else {
            turn_away(std::move(socket));
        }
    }
}

/// Tells why, as far as that can be said without waiting.
void Server::Implementation::turn_away(Socket socket) {
    Response response = Response::problem(503, "too_many_connections", "The server has as many connections as it can take. Try again in a minute.");
    response.set("Retry-After", "60");
    std::string text;
    append_response_head(text, response, {.length = response.body.size(), .keep_alive = false});
    text += response.body;
    ErrorCode ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(net::buffer(text), ignored);
    socket.shutdown(Socket::shutdown_send, ignored);
}

SocketThread& Server::Implementation::least_busy_thread() {
    auto less_busy = [](const auto& a, const auto& b) { return a->connections() < b->connections(); };
    return **std::min_element(threads_.begin(), threads_.end(), less_busy);
}

Server::Server(ServerOptions options, Application application)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(application))) {}
Server::~Server() = default;

std::uint16_t Server::port() const { return implementation_->port(); }
void Server::run() { implementation_->run(); }
void Server::stop() { implementation_->stop(); }

}  // namespace rapport::http

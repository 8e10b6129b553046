#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <list>

namespace rapport::http {

namespace net = boost::asio;

// Named executors in place of Asio's type-erased one: that costs an allocation and a virtual call at each step.
using Executor = net::io_context::executor_type;
using Socket = net::basic_stream_socket<net::ip::tcp, Executor>;
using Timer = net::basic_waitable_timer<std::chrono::steady_clock, net::wait_traits<std::chrono::steady_clock>, Executor>;
using Clock = std::chrono::steady_clock;
template <class T>
using Awaitable = net::awaitable<T, Executor>;

/// Something that waits on a socket thread, with a deadline.
class Watched {
public:
    virtual ~Watched() = default;
    /// The deadline has passed: give up the wait.
    virtual void expire() = 0;
    /// The server stops: end if nothing is under way.
    virtual void drain() = 0;
    /// The server has waited long enough: end at once.
    virtual void cut() = 0;

    Clock::time_point deadline = Clock::time_point::max();
};

/// A loop that serves sockets, for one thread. Deadlines are looked at ten times a second: storing a time is all that
/// a wait costs, where a timer for each would cost more than the read it guards.
class SocketThread {
public:
    SocketThread();

    Executor executor() { return context_.get_executor(); }
    net::io_context& context() { return context_; }

    /// Runs until drain() is done. On the calling thread.
    void run();
    /// Ends what is idle and returns from run() when nothing is left, at the latest after `patience`. From any thread.
    void drain(std::chrono::milliseconds patience);
    bool draining() const { return draining_; }

    using Place = std::list<Watched*>::iterator;
    Place watch(Watched& watched) { return watched_.insert(watched_.end(), &watched); }
    void forget(Place place) { watched_.erase(place); }

    /// Connections that this thread has, or will have in a moment. From any thread.
    std::size_t connections() const { return connections_; }
    /// A connection has been handed over. From any thread, before it starts here.
    void add_connection() { ++connections_; }
    void end_connection();

private:
    void begin_drain(std::chrono::milliseconds patience);
    void wait_for_sweep();
    void sweep();

    // The frames of suspended coroutines die with the context, and leave this list then: it has to live longer.
    std::list<Watched*> watched_;
    std::atomic<std::size_t> connections_{0};
    net::io_context context_{1};
    net::executor_work_guard<Executor> work_{context_.get_executor()};
    Timer sweep_timer_{context_.get_executor()};
    bool draining_ = false;
    Clock::time_point patience_ends_ = Clock::time_point::max();
};

}  // namespace rapport::http

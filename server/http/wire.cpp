#include "http/wire.h"

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

namespace rapport::http {
namespace {

using ErrorCode = boost::system::error_code;

constexpr auto as_tuple = net::as_tuple(net::use_awaitable_t<Executor>());
constexpr auto never = Clock::time_point::max();
constexpr std::chrono::seconds linger_timeout{2};
constexpr std::size_t worth_keeping = 128 << 10;

}  // namespace

Wire::Wire(Socket socket, SocketThread& thread, const ServerOptions& options)
    : socket_(std::move(socket)),
      thread_(thread),
      options_(options),
      input_(options.header_limit + (4 << 10)),
      place_(thread.watch(*this)) {
    ErrorCode ignored;  // a socket that takes no options has been closed: the first read says so
    socket_.non_blocking(true, ignored);
    socket_.set_option(net::ip::tcp::no_delay(true), ignored);
}

Wire::~Wire() { thread_.forget(place_); }

std::string Wire::remote_address() const {
    ErrorCode error;
    auto peer = socket_.remote_endpoint(error);
    if (error) return {};
    net::ip::address address = peer.address();
    // An IPv4 client of a server that listens on IPv6.
    bool mapped = address.is_v6() && address.to_v6().is_v4_mapped();
    if (mapped) address = net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6());
    return address.to_string();
}

void Wire::expire() {
    expired_ = true;
    ErrorCode ignored;
    socket_.cancel(ignored);
}

void Wire::drain() {
    if (is_idle_) expire();
}

void Wire::cut() {
    ErrorCode ignored;
    socket_.shutdown(Socket::shutdown_both, ignored);
}

Awaitable<Wire::Received> Wire::receive(Clock::time_point since, std::size_t moved_bytes) {
    return receive_until(latest(since, moved_bytes));
}

Awaitable<Wire::Received> Wire::receive_first(std::chrono::milliseconds patience) {
    if (thread_.draining()) co_return Received::End;
    is_idle_ = true;
    Received received = co_await receive_until(Clock::now() + patience);
    is_idle_ = false;
    co_return received;
}

Awaitable<Wire::Received> Wire::receive_until(Clock::time_point latest_moment) {
    auto room = input_.room();
    if (room.empty()) co_return Received::NoRoom;
    expired_ = false;
    deadline = latest_moment;
    auto [error, count] = co_await socket_.async_read_some(net::buffer(room.data(), room.size()), as_tuple);
    deadline = never;
    if (error) co_return expired_ ? Received::TooLate : Received::End;
    input_.commit(count);
    co_return Received::Bytes;
}

Wire::Sent Wire::send_now(std::string_view& tail) {
    while (output_begin_ < output_.size() || !tail.empty()) {
        std::size_t waiting = output_.size() - output_begin_;
        std::array buffers{net::const_buffer(output_.data() + output_begin_, waiting), net::const_buffer(tail.data(), tail.size())};
        ErrorCode error;
        std::size_t count = socket_.write_some(buffers, error);
        if (error == net::error::would_block) return Sent::Some;
        if (error) return Sent::Failed;
        output_begin_ += std::min(count, waiting);
        tail.remove_prefix(count - std::min(count, waiting));
    }
    output_begin_ = 0;
    if (output_.capacity() > worth_keeping) output_ = std::string();
    output_.clear();
    return Sent::All;
}

Awaitable<bool> Wire::flush(std::string_view tail) {
    auto began = Clock::now();
    std::size_t total = output_.size() - output_begin_ + tail.size();
    for (;;) {
        Sent sent = send_now(tail);
        if (sent != Sent::Some) co_return sent == Sent::All;
        expired_ = false;
        deadline = latest(began, total - (output_.size() - output_begin_ + tail.size()));
        auto [error] = co_await socket_.async_wait(Socket::wait_write, as_tuple);
        deadline = never;
        if (error) co_return false;
    }
}

Awaitable<void> Wire::linger() {
    ErrorCode ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    auto latest_moment = Clock::now() + linger_timeout;
    Received received = Received::Bytes;
    while (received == Received::Bytes) {
        input_.consume(input_.view().size());
        received = co_await receive_until(latest_moment);
    }
}

void Wire::when_disturbed(std::function<void()> call) {
    is_idle_ = true;
    socket_.async_wait(Socket::wait_read, [call = std::move(call)](const ErrorCode&) { call(); });
}

Clock::time_point Wire::latest(Clock::time_point since, std::size_t moved_bytes) const {
    return since + options_.request_timeout + std::chrono::milliseconds(1000 * moved_bytes / options_.slowest_rate);
}

}  // namespace rapport::http

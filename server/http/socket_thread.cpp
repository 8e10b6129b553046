#include "http/socket_thread.h"

#include <boost/asio/post.hpp>

namespace rapport::http {
namespace {

constexpr std::chrono::milliseconds sweep_interval{100};

}  // namespace

SocketThread::SocketThread() { wait_for_sweep(); }

void SocketThread::run() { context_.run(); }

void SocketThread::drain(std::chrono::milliseconds patience) {
    net::post(context_, [this, patience] { begin_drain(patience); });
}

void SocketThread::begin_drain(std::chrono::milliseconds patience) {
    if (draining_) return;
    draining_ = true;
    patience_ends_ = Clock::now() + patience;
    for (Watched* watched : watched_) watched->drain();
    if (connections_ == 0) context_.stop();
}

void SocketThread::end_connection() {
    if (--connections_ == 0 && draining_) context_.stop();
}

void SocketThread::wait_for_sweep() {
    sweep_timer_.expires_after(sweep_interval);
    sweep_timer_.async_wait([this](boost::system::error_code error) {
        if (!error) sweep();
    });
}

void SocketThread::sweep() {
    auto now = Clock::now();
    for (Watched* watched : watched_) {
        if (watched->deadline > now) continue;
        watched->deadline = Clock::time_point::max();
        watched->expire();
    }
    if (now > patience_ends_) {
        for (Watched* watched : watched_) watched->cut();
        context_.stop();
    } else {
        wait_for_sweep();
    }
}

}  // namespace rapport::http

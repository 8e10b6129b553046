#pragma once

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "http/socket_thread.h"

namespace rapport::http {

/// Runs `work` on a thread of the pool and resumes on the caller's own thread. `work` may block; it must not throw.
template <class Work>
Awaitable<void> run_on(net::thread_pool& pool, Work work) {
    using Token = net::use_awaitable_t<Executor>;
    auto initiate = [&pool](auto handler, Work moved) {
        net::post(pool, [handler = std::move(handler), work = std::move(moved)]() mutable {
            work();
            auto executor = net::get_associated_executor(handler);
            net::post(executor, std::move(handler));
        });
    };
    return net::async_initiate<const Token, void()>(std::move(initiate), Token(), std::move(work));
}

}  // namespace rapport::http

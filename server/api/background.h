#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace rapport::api {

/// One thread for work that outlives its request: imports. What is queued when the server stops is not begun any more.
class Background {
public:
    Background() : thread_([this](std::stop_token stop) { run(stop); }) {}
    ~Background();

    /// Work must not throw. The future is ready when it is done.
    std::future<void> add(std::function<void()> work);
    /// Whether the server is about to stop, so that long work ends early.
    bool is_stopping() const { return thread_.get_stop_token().stop_requested(); }

private:
    void run(std::stop_token stop);

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<std::packaged_task<void()>> queue_;
    std::jthread thread_;
};

}  // namespace rapport::api

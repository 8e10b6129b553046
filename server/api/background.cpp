#include "api/background.h"

namespace rapport::api {

Background::~Background() {
    thread_.request_stop();
    changed_.notify_all();
    thread_.join();
}

std::future<void> Background::add(std::function<void()> work) {
    std::packaged_task<void()> task(std::move(work));
    auto done = task.get_future();
    {
        std::lock_guard lock(mutex_);
        queue_.push_back(std::move(task));
    }
    changed_.notify_all();
    return done;
}

void Background::run(std::stop_token stop) {
    while (true) {
        std::packaged_task<void()> task;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [&] { return !queue_.empty(); })) return;
            task = std::move(queue_.front());
            queue_.pop_front();
        }
        task();
    }
}

}  // namespace rapport::api

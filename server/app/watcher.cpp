#include "app/watcher.h"

#include <chrono>

#include "base/log.h"

namespace rapport::app {

Watcher::Watcher(Workspace& workspace) : workspace_(workspace), thread_([this](std::stop_token stop) { watch(stop); }) {}

void Watcher::watch(std::stop_token stop) {
    constexpr auto interval = std::chrono::milliseconds(250);
    bool reachable = true;
    while (!stop.stop_requested()) {
        try {
            workspace_.refresh();
            if (!reachable) log::information("The database answers again.");
            reachable = true;
        } catch (const std::exception& error) {
            // Said once, not four times a second: every request says it too.
            if (reachable) log::warning("The database does not answer: {}", error.what());
            reachable = false;
        }
        std::unique_lock lock(mutex_);
        stopped_.wait_for(lock, stop, interval, [] { return false; });
    }
}

}  // namespace rapport::app

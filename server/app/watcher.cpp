#include "app/watcher.h"

#include <chrono>

#include "base/log.h"
#include "records/sums.h"
#include "search/filling.h"

namespace rapport::app {

Watcher::Watcher(Workspace& workspace)
    : workspace_(workspace),
      changes_([this](const std::stop_token& stop) { watch(stop, [this] { workspace_.refresh(); }); }),
      records_([this](const std::stop_token& stop) { watch(stop, [&] { catch_up(stop); }); }) {}

void Watcher::catch_up(const std::stop_token& stop) {
    auto version = workspace_.registry().current()->version();
    if (version == caught_up_with_) return;
    search::fill(workspace_.database(), workspace_.registry(), stop);
    records::sum_up(workspace_.database(), workspace_.registry(), stop);
    caught_up_with_ = version;
}

void Watcher::watch(const std::stop_token& stop, const std::function<void()>& look) {
    constexpr auto interval = std::chrono::milliseconds(250);
    bool reachable = true;
    while (!stop.stop_requested()) {
        try {
            look();
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

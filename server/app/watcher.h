#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "app/workspace.h"

namespace rapport::app {

/// Looks four times a second whether another process (the command line, another node) changed objects or people's rights,
/// and whether the fields changed by which records are found.
class Watcher {
public:
    explicit Watcher(Workspace& workspace);

private:
    void watch(const std::stop_token& stop, const std::function<void()>& look);
    void catch_up(const std::stop_token& stop);

    Workspace& workspace_;
    std::int64_t caught_up_with_ = -1;  // of the catalogue; none yet
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::jthread changes_;
    std::jthread records_;  // indexing may take minutes
};

}  // namespace rapport::app

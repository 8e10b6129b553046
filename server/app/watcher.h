#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/workspace.h"

namespace rapport::app {

/// Looks four times a second whether another process (the command line, another node) changed objects or people's rights.
class Watcher {
public:
    explicit Watcher(Workspace& workspace);

private:
    void watch(std::stop_token stop);

    Workspace& workspace_;
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::jthread thread_;
};

}  // namespace rapport::app

#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace rapport::identity {

/// Slows guessing down: after a few wrong passwords for one account from one address, each further try has to wait longer.
/// In memory, bounded; safe to use from any thread.
class Throttle {
public:
    using Clock = std::chrono::steady_clock;

    /// Throws Failure(TooMany, "too_many_attempts") while the wait is not over.
    void check(const std::string& key, Clock::time_point now = Clock::now());
    void note_failure(const std::string& key, Clock::time_point now = Clock::now());
    void forget(const std::string& key);

private:
    struct Attempts {
        int failures = 0;
        Clock::time_point until;
    };
    std::mutex mutex_;
    std::map<std::string, Attempts> attempts_;
};

}  // namespace rapport::identity

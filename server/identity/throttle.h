#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace rapport::identity {

/// Slows guessing down: after some failures for a key, each further try has to wait longer, up to a quarter of an hour.
/// In memory, bounded; safe to use from any thread.
class Throttle {
public:
    using Clock = std::chrono::steady_clock;

    explicit Throttle(int free_failures) : free_failures_(free_failures) {}

    /// Begins a try, which counts as a failure until forget() or take_back(): tries at the same moment do not slip through.
    /// Throws Failure(TooMany, "too_many_attempts") while the wait is not over.
    void begin(const std::string& key, Clock::time_point now = Clock::now());
    /// The try was right: all failures are forgiven.
    void forget(const std::string& key);
    /// The try did not fail, but proves nothing about those before it.
    void take_back(const std::string& key);

private:
    struct Attempts {
        int failures = 0;
        Clock::time_point until;   // no try before
        Clock::time_point latest;
    };
    void make_room(Clock::time_point now);

    const int free_failures_;
    std::mutex mutex_;
    std::map<std::string, Attempts> attempts_;
};

/// Throttles tries of passwords, for an account from an address, and, more patiently, for an address on whatever accounts.
class PasswordThrottle {
public:
    /// Throws Failure(TooMany, "too_many_attempts").
    void begin(std::string_view account, std::string_view address);
    void succeed(std::string_view account, std::string_view address);

private:
    // An office shares an address, and its people mistype: it gets more tries than one person.
    Throttle by_account_{5};
    Throttle by_address_{100};
};

/// An IPv6 address without the part that a single customer may choose freely (its last 64 bits); others stay as they are.
std::string network_of(std::string_view address);

}  // namespace rapport::identity

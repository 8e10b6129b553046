#include "identity/throttle.h"

#include <algorithm>

#include "base/failure.h"

namespace rapport::identity {
namespace {

constexpr int free_failures = 5;
constexpr std::chrono::seconds longest_wait{900};
constexpr std::size_t most_keys = 10'000;

}  // namespace

void Throttle::check(const std::string& key, Clock::time_point now) {
    std::lock_guard lock(mutex_);
    auto found = attempts_.find(key);
    if (found == attempts_.end() || found->second.until <= now) return;
    auto seconds = std::chrono::duration_cast<std::chrono::seconds>(found->second.until - now).count() + 1;
    throw Failure(FailureKind::TooMany, "too_many_attempts", "Too many wrong passwords. Try again in " + std::to_string(seconds) + " seconds.");
}

void Throttle::note_failure(const std::string& key, Clock::time_point now) {
    std::lock_guard lock(mutex_);
    if (attempts_.size() >= most_keys) std::erase_if(attempts_, [&](const auto& entry) { return entry.second.until <= now; });
    if (attempts_.size() >= most_keys) attempts_.erase(attempts_.begin());
    Attempts& attempts = attempts_[key];
    ++attempts.failures;
    attempts.until = now;
    int beyond = attempts.failures - free_failures;
    if (beyond >= 0) attempts.until += std::min(longest_wait, std::chrono::seconds(1 << std::min(beyond, 10)));
}

void Throttle::forget(const std::string& key) {
    std::lock_guard lock(mutex_);
    attempts_.erase(key);
}

}  // namespace rapport::identity

#include "identity/throttle.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/failure.h"

namespace rapport::identity {
namespace {

constexpr std::chrono::seconds longest_wait{900};
constexpr std::size_t most_keys = 10'000;
constexpr std::size_t longest_account = 320;  // of an e-mail address

std::string key_of(std::string_view account, std::string_view address) {
    return fmt::format("{}\n{}", account.substr(0, longest_account), network_of(address));
}

}  // namespace

void Throttle::begin(const std::string& key, Clock::time_point now) {
    std::lock_guard lock(mutex_);
    make_room(now);
    Attempts& attempts = attempts_[key];
    if (attempts.until > now) {
        auto seconds = std::chrono::duration_cast<std::chrono::seconds>(attempts.until - now).count() + 1;
        throw Failure(FailureKind::TooMany, "too_many_attempts", fmt::format("Too many wrong tries. Try again in {} seconds.", seconds));
    }
    if (now - attempts.latest > longest_wait) attempts.failures = 0;
    attempts.latest = now;
    int beyond = ++attempts.failures - free_failures_;
    if (beyond >= 0) attempts.until = now + std::min(longest_wait, std::chrono::seconds(1 << std::min(beyond, 10)));
}

void Throttle::forget(const std::string& key) {
    std::lock_guard lock(mutex_);
    attempts_.erase(key);
}

void Throttle::take_back(const std::string& key) {
    std::lock_guard lock(mutex_);
    auto found = attempts_.find(key);
    if (found == attempts_.end()) return;
    found->second.failures = std::max(0, found->second.failures - 1);
    found->second.until = {};
}

/// Under the lock. Those whose wait is over go first; were there none, one that waits has to.
void Throttle::make_room(Clock::time_point now) {
    if (attempts_.size() < most_keys) return;
    std::erase_if(attempts_, [&](const auto& entry) { return entry.second.until <= now; });
    if (attempts_.size() >= most_keys) attempts_.erase(attempts_.begin());
}

void PasswordThrottle::begin(std::string_view account, std::string_view address) {
    by_account_.begin(key_of(account, address));
    by_address_.begin(network_of(address));
}

void PasswordThrottle::succeed(std::string_view account, std::string_view address) {
    by_address_.take_back(network_of(address));
    by_account_.forget(key_of(account, address));
}

std::string network_of(std::string_view address) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    if (inet_pton(AF_INET6, std::string(address).c_str(), bytes.data()) != 1) return std::string(address);
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
    return std::string(text.data()) + "/64";
}

}  // namespace rapport::identity

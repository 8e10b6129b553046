#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/record_id.h"

namespace rapport::identity {

/// Whose secret has which fingerprint, for a second after it was looked up, so that a request costs no question to the
/// database. Bounded; safe to use from any thread.
class KnownSecrets {
public:
    using Clock = std::chrono::steady_clock;
    using LookUp = std::function<std::optional<RecordId>()>;

    /// What is known, or else what `look_up` answers. Only what exists is kept: guesses do not fill the memory.
    std::optional<RecordId> find(const std::string& fingerprint, const LookUp& look_up, Clock::time_point now = Clock::now());

    void forget(const std::string& fingerprint);
    void forget(RecordId user);

private:
    struct Known {
        RecordId user;
        Clock::time_point until;
    };

    std::mutex mutex_;
    std::unordered_map<std::string, Known> known_;
    std::uint64_t forgotten_ = 0;  // times; an answer from before the last one is not kept
};

}  // namespace rapport::identity

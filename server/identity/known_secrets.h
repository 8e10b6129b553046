#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/calendar.h"
#include "base/record_id.h"

namespace rapport::identity {

/// Who is behind a secret, and when they last proved that it is them; of tokens nobody proves anything.
struct Holder {
    RecordId user;
    DateTime proved_at{};

    bool operator==(const Holder&) const = default;
};

/// Whose secret has which fingerprint, for a second after it was looked up, so that a request costs no question to the
/// database. Bounded; safe to use from any thread.
class KnownSecrets {
public:
    using Clock = std::chrono::steady_clock;
    using LookUp = std::function<std::optional<Holder>()>;

    /// What is known, or else what `look_up` answers. Only what exists is kept: guesses do not fill the memory.
    std::optional<Holder> find(const std::string& fingerprint, const LookUp& look_up, Clock::time_point now = Clock::now());

    void forget(const std::string& fingerprint);
    void forget(RecordId user);

private:
    struct Known {
        Holder holder;
        Clock::time_point until;
    };

    std::mutex mutex_;
    std::unordered_map<std::string, Known> known_;
    std::uint64_t forgotten_ = 0;  // times; an answer from before the last one is not kept
};

}  // namespace rapport::identity

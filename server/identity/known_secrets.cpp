#include "identity/known_secrets.h"

namespace rapport::identity {
namespace {

constexpr std::chrono::seconds known_for{1};
constexpr std::size_t most_known = 20'000;

}  // namespace

std::optional<Holder> KnownSecrets::find(const std::string& fingerprint, const LookUp& look_up, Clock::time_point now) {
    std::uint64_t forgotten = 0;
    {
        std::lock_guard lock(mutex_);
        auto found = known_.find(fingerprint);
        if (found != known_.end() && found->second.until > now) return found->second.holder;
        forgotten = forgotten_;
    }
    std::optional<Holder> holder = look_up();
    std::lock_guard lock(mutex_);
    if (!holder) {
        known_.erase(fingerprint);
    } else if (forgotten == forgotten_) {
        if (known_.size() >= most_known) std::erase_if(known_, [&](const auto& entry) { return entry.second.until <= now; });
        if (known_.size() >= most_known) known_.clear();
        known_[fingerprint] = {*holder, now + known_for};
    }
    return holder;
}

void KnownSecrets::forget(const std::string& fingerprint) {
    std::lock_guard lock(mutex_);
    ++forgotten_;
    known_.erase(fingerprint);
}

void KnownSecrets::forget(RecordId user) {
    std::lock_guard lock(mutex_);
    ++forgotten_;
    std::erase_if(known_, [&](const auto& entry) { return entry.second.holder.user == user; });
}

}  // namespace rapport::identity

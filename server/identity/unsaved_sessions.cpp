#include "identity/unsaved_sessions.h"

#include <vector>

#include "base/failure.h"
#include "base/log.h"

namespace rapport::identity {
namespace {

constexpr std::size_t most_waiting = 10'000;
constexpr std::chrono::seconds between_tries{5};

bool is_full(const Failure& failure) { return failure.code() == "disk_full"; }

}  // namespace

void UnsavedSessions::open(storage::Database& database, const std::string& fingerprint, Opened opened) {
    try {
        database.write(opened.save);
    } catch (const Failure& failure) {
        keep(fingerprint, std::move(opened), failure);
    }
}

void UnsavedSessions::close(storage::Database& database, const std::string& fingerprint, const std::function<void(storage::Session&)>& save) {
    try {
        database.write(save);
        const std::lock_guard lock(mutex_);
        waiting_.erase(fingerprint);
    } catch (const Failure& failure) {
        keep(fingerprint, {Holder(), save}, failure);
    }
}

void UnsavedSessions::keep(const std::string& fingerprint, Opened waiting, const Failure& failure) {
    if (!is_full(failure)) throw failure;
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_waiting) throw failure;
    if (waiting_.empty()) log::warning("The disk is full: people's sessions are kept in memory until there is room.");
    waiting_[fingerprint] = std::move(waiting);
    next_try_ = Clock::now() + between_tries;
}

std::optional<Holder> UnsavedSessions::find(storage::Database& database, const std::string& fingerprint) {
    std::optional<Holder> holder;
    bool is_time = false;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.empty()) return std::nullopt;
        if (auto found = waiting_.find(fingerprint); found != waiting_.end()) holder = found->second.holder;
        is_time = Clock::now() >= next_try_;
        if (is_time) next_try_ = Clock::now() + between_tries;
    }
    if (is_time) catch_up(database);
    return holder;
}

void UnsavedSessions::forget(RecordId user) {
    const std::lock_guard lock(mutex_);
    std::erase_if(waiting_, [&](const auto& entry) { return entry.second.holder.user == user; });
}

void UnsavedSessions::catch_up(storage::Database& database) {
    const std::lock_guard lock(mutex_);  // so that one that is closed meanwhile is not opened again
    try {
        database.write([&](storage::Session& session) {
            for (const auto& [fingerprint, waiting] : waiting_) waiting.save(session);
        });
        waiting_.clear();
    } catch (const Failure& failure) {
        if (!is_full(failure)) log::warning("The sessions that wait for room on the disk were not saved: {}", failure.what());
    }
}

}  // namespace rapport::identity

#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "identity/known_secrets.h"
#include "storage/database.h"

namespace rapport::identity {

/// Sessions that were opened and closed while the disk of the database was full, kept in memory until there is room: people
/// log in and read, and whoever logs out is out. Bounded; safe to use from any thread. A restart forgets them, so that
/// somebody may have to log in again.
class UnsavedSessions {
public:
    struct Opened {
        Holder holder;
        std::function<void(storage::Session&)> save;
    };

    /// Runs `save`, now or when there is room. Throws what it throws when the disk is not the reason, or too many wait.
    void open(storage::Database& database, const std::string& fingerprint, Opened opened);
    void close(storage::Database& database, const std::string& fingerprint, const std::function<void(storage::Session&)>& save);

    /// Whose session it is, when it waits to be saved; nobody's (Holder()) when it was closed; nothing when it is not known here.
    std::optional<Holder> find(storage::Database& database, const std::string& fingerprint);
    void forget(RecordId user);

private:
    using Clock = std::chrono::steady_clock;

    void keep(const std::string& fingerprint, Opened waiting, const Failure& failure);
    void catch_up(storage::Database& database);

    std::mutex mutex_;
    std::unordered_map<std::string, Opened> waiting_;
    Clock::time_point next_try_{};
};

}  // namespace rapport::identity

#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "base/calendar.h"
#include "storage/database.h"

namespace rapport::identity {

/// Remembers when sessions and tokens were last used and writes it down once a minute, on a thread of its own: a request
/// that only reads does not wait for a write. Safe to use from any thread.
class LastUse {
public:
    /// A use this soon after the one on record is not worth a write.
    static constexpr std::chrono::hours precision{1};

    explicit LastUse(storage::Database& database);

    enum class Table { Sessions, Tokens };
    /// `recorded` is the use that the database knows of.
    void note(Table table, const std::string& fingerprint, DateTime recorded, DateTime now);

    /// Writes down what was noted.
    void write();

private:
    using Uses = std::map<std::string, DateTime>;  // by fingerprint
    void work(std::stop_token stop);

    storage::Database& database_;
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::map<Table, Uses> uses_;
    std::jthread thread_;
};

}  // namespace rapport::identity

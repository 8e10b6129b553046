#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include "storage/postgres/connection_pool.h"

namespace rapport::storage {

/// Has the server take statistics of tables that have just been filled. By itself it looks once a minute; until then it guesses,
/// and compares every row where an index leads to one.
class Statistics {
public:
    Statistics(ConnectionPool& pool, std::string schema);

    /// So many rows were changed; the statistics are taken on a thread of their own when it is time.
    void note(std::int64_t rows);

private:
    void work(const std::stop_token& stop);
    void take();

    ConnectionPool& pool_;
    const std::string schema_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::int64_t rows_ = 0;  // changed since the last time
    std::int64_t due_;       // at so many of them
    std::jthread thread_;
};

}  // namespace rapport::storage

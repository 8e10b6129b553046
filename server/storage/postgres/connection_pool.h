#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "storage/postgres/postgres_connection.h"

namespace rapport::storage {

/// At most so many connections, made when needed; the one given back last is lent first.
class ConnectionPool {
public:
    ConnectionPool(const PostgresSettings& settings, std::size_t most) : settings_(settings), most_(most) {}

    /// One connection for one block, good for use.
    class Lease {
    public:
        /// Throws Failure(Unavailable): "database_busy" when none is free in time, "database_unreachable".
        Lease(ConnectionPool& pool, Deadline deadline);
        ~Lease() { pool_.give_back(std::move(connection_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        PostgresConnection& operator*() const { return *connection_; }

    private:
        ConnectionPool& pool_;
        std::unique_ptr<PostgresConnection> connection_;
    };

    void give_back(std::unique_ptr<PostgresConnection> connection);

private:
    /// Null when a new connection is to be made.
    std::unique_ptr<PostgresConnection> take(Deadline deadline);

    const PostgresSettings& settings_;
    const std::size_t most_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t lent_ = 0;
    std::vector<std::unique_ptr<PostgresConnection>> idle_;
};

}  // namespace rapport::storage

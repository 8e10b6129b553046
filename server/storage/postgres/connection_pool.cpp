#include "storage/postgres/connection_pool.h"

namespace rapport::storage {

ConnectionPool::Lease::Lease(ConnectionPool& pool, Deadline deadline) : pool_(pool), connection_(pool.take(deadline)) {
    try {
        if (connection_) connection_->refresh();
        else connection_ = std::make_unique<PostgresConnection>(pool_.settings_);
    } catch (...) {
        pool_.give_back(std::move(connection_));
        throw;
    }
}

std::unique_ptr<PostgresConnection> ConnectionPool::take(Deadline deadline) {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_until(lock, deadline, [&] { return lent_ < most_; }))
        throw Failure(FailureKind::Unavailable, "database_busy",
                      "All connections to the database server are in use. Try again in a moment, or allow more of them.");
    ++lent_;
    if (idle_.empty()) return nullptr;
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

void ConnectionPool::give_back(std::unique_ptr<PostgresConnection> connection) {
    {
        const std::lock_guard lock(mutex_);
        --lent_;
        if (connection && connection->is_open()) idle_.push_back(std::move(connection));
    }
    changed_.notify_one();
}

}  // namespace rapport::storage

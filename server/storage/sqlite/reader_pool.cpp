#include "storage/sqlite/reader_pool.h"

namespace rapport::storage {

std::unique_ptr<Connection> ReaderPool::take() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            return connection;
        }
    }
    return std::make_unique<Connection>(file_, Connection::Access::Read);
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(mutex_);
    if (connection->opened_at() < renewed_at_) return;
    if (idle_.size() >= most_warm) connection->release_memory();
    if (idle_.size() < most_kept) idle_.push_back(std::move(connection));
}

void ReaderPool::renew() {
    const std::lock_guard lock(mutex_);
    renewed_at_ = std::chrono::steady_clock::now();
    idle_.clear();
}

void ReaderPool::close() {
    const std::lock_guard lock(mutex_);
    idle_.clear();
}

}  // namespace rapport::storage

#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "storage/sqlite/connection.h"

namespace rapport::storage {

/// Connections that only read. Every thread that reads has one for itself; the one given back last is lent first, so
/// that few stay warm. Those that wait behind `most_warm` others hold no pages in memory, and never more are kept than
/// `most_kept`.
class ReaderPool {
public:
    static constexpr std::size_t most_kept = 16;
    static constexpr std::size_t most_warm = 4;

    explicit ReaderPool(std::filesystem::path file) : file_(std::move(file)) {}

    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> connection);
    /// From now on only connections that are opened anew are lent.
    void renew();
    /// Closes those that are not lent.
    void close();

private:
    std::filesystem::path file_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::chrono::steady_clock::time_point renewed_at_{};
};

}  // namespace rapport::storage

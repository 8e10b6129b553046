#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "base/failure.h"
#include "storage/database.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/statistics.h"

namespace rapport::storage {

/// The one thread that writes. It takes all blocks that wait, runs them in one transaction, commits once (one wait for the
/// disk), and then answers all of them. When one throws that has written, they run again, each in a savepoint of its own.
class Writer {
public:
    /// `statistics_refreshed` is called on the writing thread.
    Writer(std::unique_ptr<Connection> connection, std::function<void()> statistics_refreshed);
    /// Runs what still waits.
    ~Writer();

    /// Returns when what the block wrote is on the disk; throws what the block threw, or why it could not be saved.
    void run(const std::function<void(Session&)>& block);

private:
    struct Job {
        explicit Job(const std::function<void(Session&)>& work) : block(work) {}
        const std::function<void(Session&)>& block;
        std::exception_ptr failure;
        bool has_written = false;
        bool is_answered = false;
        std::condition_variable answered;
    };

    void work();
    void run_group(std::span<Job* const> jobs);
    void answer(Job& job);
    /// What is undone when a block throws.
    enum class Undo { Savepoint, Transaction };
    /// Answers why nothing of the group was saved, if so.
    std::optional<Failure> try_group(std::span<Job* const> jobs, Undo undo);
    std::optional<Failure> run_job(Job& job, Undo undo);

    std::unique_ptr<Connection> connection_;
    Statistics statistics_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Job*> waiting_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace rapport::storage

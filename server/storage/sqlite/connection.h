#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "storage/sqlite/statement_cache.h"

struct sqlite3;

namespace rapport::storage {

/// One open database file with our collation and functions. Used by one thread at a time.
class Connection {
public:
    enum class Access { Read, Write };

    /// Throws as sqlite_failure() says when the file cannot be opened or is no database.
    Connection(const std::filesystem::path& file, Access access);

    sqlite3* handle() const { return handle_.get(); }
    std::chrono::steady_clock::time_point opened_at() const { return opened_at_; }
    StatementCache& statements() { return *statements_; }

    /// Statements without parameters, separated by semicolons.
    void run(const std::string& sql);
    /// The first column of the first row as a number; 0 without rows.
    std::int64_t number(std::string_view sql);

    void begin() { step(*begin_); }
    void commit() { step(*commit_); }
    /// Lets go of the snapshot of a connection that read.
    void end_read() noexcept;
    /// Also when there is nothing to undo any more.
    void rollback() noexcept;
    bool is_in_transaction() const;

    /// Gives back the memory of pages that were read.
    void release_memory();

    /// When statements that still run are stopped with Failure(Unavailable, "deadline_exceeded").
    void set_deadline(std::chrono::steady_clock::time_point deadline) { deadline_ = deadline; }
    void clear_deadline() { deadline_ = std::chrono::steady_clock::time_point::max(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    void configure(Access access);
    void step(const LentStatement& statement);

    std::chrono::steady_clock::time_point opened_at_ = std::chrono::steady_clock::now();
    std::unique_ptr<sqlite3, Close> handle_;
    std::chrono::steady_clock::time_point deadline_ = std::chrono::steady_clock::time_point::max();
    std::unique_ptr<StatementCache> statements_;
    std::unique_ptr<LentStatement> begin_;
    std::unique_ptr<LentStatement> commit_;
};

}  // namespace rapport::storage

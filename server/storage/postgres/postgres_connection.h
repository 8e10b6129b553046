#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "storage/postgres/postgres_failure.h"
#include "storage/postgres/postgres_settings.h"
#include "storage/postgres/prepared_statements.h"

struct pg_conn;
struct pg_result;

namespace rapport::storage {

struct ClearResult {
    void operator()(pg_result* result) const;
};
using PostgresResult = std::unique_ptr<pg_result, ClearResult>;

using Deadline = std::chrono::steady_clock::time_point;
constexpr Deadline no_deadline = Deadline::max();

/// One connection to the server, in libpq's pipeline mode: several commands travel together and cost one wait.
/// Used by one thread at a time. Rows come one by one, so that a long result takes no memory.
class PostgresConnection {
public:
    /// Throws Failure(Unavailable, "database_unreachable").
    explicit PostgresConnection(const PostgresSettings& settings);
    ~PostgresConnection();

    /// Makes the connection good for use: reads what is left from its last use, and connects again when it broke.
    void refresh();

    /// Sends the commands, then the statement, in one go, and answers the statement's first result: a row, or its end.
    /// Throws as Session::query() does; trouble() tells what that means for the transaction.
    PostgresResult run(std::span<const std::string> commands, std::string_view sql, std::span<const Value> parameters, Deadline deadline);
    /// Lets a statement take about so long, from the next transaction on; none: any time. Answers how long it may take. The
    /// server is told only when that is something new.
    std::chrono::milliseconds allow(std::chrono::milliseconds time);
    /// The next row, or null when there are no more.
    PostgresResult next_row();
    /// Reads past the rows that nobody wants any more.
    void skip_rows() noexcept;
    /// Sends a command whose answer nobody waits for: a failure shows when the connection is used next.
    void send(const std::string& command);
    /// Several statements, separated by semicolons.
    void run_script(const std::string& sql);

    /// What the last failure meant.
    Trouble trouble() const { return trouble_; }
    bool is_open() const { return connection_ != nullptr; }

private:
    struct Finish {
        void operator()(pg_conn* connection) const;
    };

    void connect();
    void configure();
    void prepare(const ServerStatement& statement);
    /// Reads the answers to what was sent before the statement; the first thing that failed, if any.
    PostgresResult skip_answers(std::size_t count, ServerStatement& statement);
    PostgresResult receive();
    void wait_readable();
    void send_command(const std::string& command);
    void end_pipeline();
    /// Reads on until so many ends of pipelines are left to be read.
    void settle(int left = 0);
    void check_sent(int sent);
    [[noreturn]] void fail(const PostgresResult& result, std::string_view sql);
    [[noreturn]] void lose(const std::string& reason);

    const PostgresSettings& settings_;
    std::unique_ptr<pg_conn, Finish> connection_;
    PreparedStatements statements_;
    std::string running_;   // the statement whose rows are coming
    int unread_syncs_ = 0;  // ends of pipelines that were sent and whose answers are still to be read
    Trouble trouble_ = Trouble::None;
    Deadline deadline_ = no_deadline;
    std::chrono::milliseconds allowed_{0};
};

}  // namespace rapport::storage

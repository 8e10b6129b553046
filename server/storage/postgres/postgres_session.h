#pragma once

#include <optional>
#include <string>
#include <vector>

#include "storage/database.h"
#include "storage/postgres/postgres_connection.h"

namespace rapport::storage {

class PostgresCursor;

/// The work of one block in one transaction, which begins together with its first statement.
class PostgresSession final : public Session {
public:
    enum class Access { Read, Write };
    PostgresSession(PostgresConnection& connection, Access access, Deadline deadline)
        : connection_(connection), access_(access), deadline_(deadline) {}

    using Session::execute;
    using Session::insert;
    using Session::query;
    const Dialect& dialect() const override;
    std::unique_ptr<Cursor> query(std::string_view sql, std::span<const Value> parameters) override;
    std::int64_t execute(std::string_view sql, std::span<const Value> parameters) override;
    std::int64_t insert(std::string_view sql, std::span<const Value> parameters) override;
    void execute_script(std::string_view sql) override;

    /// Waits until what the block wrote is safe. Throws also when the block made nothing of a failure.
    void commit();
    /// Ends the transaction without waiting for it.
    void end() noexcept;
    /// True when the failure came from what others did, or from the connection, before anything was committed.
    bool is_worth_another_run() const { return doom_.has_value() && !is_outcome_unknown_; }

    /// By statements that answer no rows, and by insert().
    std::int64_t changed_rows() const { return changed_rows_; }

private:
    friend class PostgresCursor;
    PostgresResult start(std::string_view sql, std::span<const Value> parameters);
    /// Runs the first statement of the block; it may meet a connection that broke while nobody used it.
    PostgresResult start_first(std::string_view sql, std::span<const Value> parameters);
    PostgresResult begin_with(std::string_view sql, std::span<const Value> parameters);
    std::string_view begin_command() const;
    std::vector<std::string> commands_before_statement();
    /// The time that a statement may still take; none when it may take any.
    std::chrono::milliseconds time_left() const;
    PostgresResult next_row();
    void note(const Failure& failure);

    PostgresConnection& connection_;
    Access access_;
    Deadline deadline_;
    std::chrono::milliseconds timeout_on_server_{0};
    std::int64_t changed_rows_ = 0;
    bool has_begun_ = false;
    bool is_outcome_unknown_ = false;
    std::optional<Failure> last_failure_;
    std::optional<Failure> doom_;  // why nothing more can come of this transaction
    PostgresCursor* open_cursor_ = nullptr;
};

/// Ends the session's transaction at the end of a scope, if it has not been committed by then.
class EndOfSession {
public:
    explicit EndOfSession(PostgresSession& session) : session_(session) {}
    ~EndOfSession() { session_.end(); }
    EndOfSession(const EndOfSession&) = delete;
    EndOfSession& operator=(const EndOfSession&) = delete;

private:
    PostgresSession& session_;
};

}  // namespace rapport::storage

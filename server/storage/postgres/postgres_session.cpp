#include "storage/postgres/postgres_session.h"

#include <libpq-fe.h>

#include <charconv>

#include "storage/postgres/postgres_cursor.h"
#include "storage/postgres/postgres_dialect.h"

namespace rapport::storage {
namespace {

using std::chrono::milliseconds;

Failure deadline_exceeded() {
    return Failure(FailureKind::Unavailable, "deadline_exceeded", "The question took longer than it may. Narrow it down and try again.");
}

std::int64_t rows_of(const PostgresResult& result) {
    const std::string_view text = PQcmdTuples(const_cast<PGresult*>(result.get()));
    std::int64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

}  // namespace

const Dialect& PostgresSession::dialect() const { return postgres_dialect(); }

std::unique_ptr<Cursor> PostgresSession::query(std::string_view sql, std::span<const Value> parameters) {
    if (!sql.starts_with("SELECT")) leave_trace();
    return std::make_unique<PostgresCursor>(*this, start(sql, parameters));
}

std::int64_t PostgresSession::execute(std::string_view sql, std::span<const Value> parameters) {
    const bool is_about_savepoints = sql.starts_with("SAVEPOINT") || sql.starts_with("RELEASE") || sql.starts_with("ROLLBACK");
    if (!is_about_savepoints) leave_trace();
    PostgresResult result = start(sql, parameters);
    if (PQresultStatus(result.get()) != PGRES_SINGLE_TUPLE) {
        const std::int64_t count = rows_of(result);
        if (!is_about_savepoints) changed_rows_ += count;
        return count;
    }
    std::int64_t count = 0;
    for (; result; result = next_row()) ++count;
    return count;
}

std::int64_t PostgresSession::insert(std::string_view sql, std::span<const Value> parameters) {
    const auto row = query(std::string(sql) + " RETURNING id", parameters);
    ensure(row->next(), "an insert answers the new id");
    ++changed_rows_;
    return row->integer(0);
}

void PostgresSession::execute_script(std::string_view sql) {
    leave_trace();
    if (doom_) throw *doom_;
    if (open_cursor_) open_cursor_->keep_rest();
    std::string script;
    if (!has_begun_) {
        connection_.allow(time_left());
        script = std::string(begin_command()) + "; ";
    }
    has_begun_ = true;
    try {
        connection_.run_script(script.append(sql));
    } catch (const Failure& failure) {
        note(failure);
        throw;
    }
}

PostgresResult PostgresSession::start(std::string_view sql, std::span<const Value> parameters) {
    if (doom_) throw *doom_;
    if (open_cursor_) open_cursor_->keep_rest();
    if (deadline_ != no_deadline && std::chrono::steady_clock::now() > deadline_) throw deadline_exceeded();
    try {
        if (!has_begun_) return start_first(sql, parameters);
        return connection_.run(commands_before_statement(), sql, parameters, deadline_);
    } catch (const Failure& failure) {
        note(failure);
        throw;
    }
}

PostgresResult PostgresSession::start_first(std::string_view sql, std::span<const Value> parameters) {
    try {
        return begin_with(sql, parameters);
    } catch (const Failure&) {
        if (connection_.trouble() != Trouble::Lost && connection_.trouble() != Trouble::StalePlan) throw;
    }
    // Nothing has come of this block yet, so it begins once more.
    end();
    connection_.refresh();
    return begin_with(sql, parameters);
}

PostgresResult PostgresSession::begin_with(std::string_view sql, std::span<const Value> parameters) {
    try {
        timeout_on_server_ = connection_.allow(time_left());
        PostgresResult result = connection_.run(commands_before_statement(), sql, parameters, deadline_);
        has_begun_ = true;
        return result;
    } catch (const Failure&) {
        has_begun_ = connection_.trouble() != Trouble::None && connection_.trouble() != Trouble::Lost;
        throw;
    }
}

std::string_view PostgresSession::begin_command() const {
    return access_ == Access::Read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN ISOLATION LEVEL SERIALIZABLE";
}

milliseconds PostgresSession::time_left() const {
    if (deadline_ == no_deadline) return {};
    return std::max(std::chrono::duration_cast<milliseconds>(deadline_ - std::chrono::steady_clock::now()), milliseconds(0)) + milliseconds(1);
}

std::vector<std::string> PostgresSession::commands_before_statement() {
    std::vector<std::string> commands;
    if (!has_begun_) commands.emplace_back(begin_command());
    if (!has_begun_ || deadline_ == no_deadline) return commands;
    // The server counts for each statement, we for the whole block: it is told again when much of the time is gone.
    const milliseconds left = time_left();
    if (left > timeout_on_server_ * 9 / 10) return commands;
    timeout_on_server_ = left;
    commands.push_back("SET LOCAL statement_timeout = " + std::to_string(timeout_on_server_.count()));
    return commands;
}

PostgresResult PostgresSession::next_row() {
    try {
        return connection_.next_row();
    } catch (const Failure& failure) {
        note(failure);
        throw;
    }
}

void PostgresSession::note(const Failure& failure) {
    leave_trace();  // the transaction is at an end, or goes on from a savepoint
    last_failure_ = failure;
    const Trouble trouble = connection_.trouble();
    if (trouble == Trouble::Serialization || trouble == Trouble::Lost || trouble == Trouble::StalePlan) doom_ = failure;
}

void PostgresSession::commit() {
    if (doom_) throw *doom_;
    if (!has_begun_) return;
    if (open_cursor_) open_cursor_->keep_rest();
    has_begun_ = false;
    PostgresResult result;
    try {
        result = connection_.run({}, "COMMIT", {}, no_deadline);
    } catch (const Failure& failure) {
        note(failure);
        if (connection_.trouble() != Trouble::Lost) throw;
        is_outcome_unknown_ = true;
        throw Failure(FailureKind::Unavailable, "outcome_unknown",
                      "The connection to the database server broke in the moment of saving, so nobody knows whether it was "
                      "saved. Look before you try again.");
    }
    // The server answers a COMMIT after a failed statement with a ROLLBACK.
    if (std::string_view(PQcmdStatus(result.get())) == "COMMIT") return;
    if (last_failure_) throw *last_failure_;
    throw Failure(FailureKind::Internal, "sql_error", "The database server undid a transaction instead of committing it.");
}

void PostgresSession::end() noexcept {
    if (!has_begun_ || !connection_.is_open()) return;
    has_begun_ = false;
    try {
        connection_.send("ROLLBACK");
    } catch (const Failure&) {
        // A broken connection has ended the transaction already.
    }
}

}  // namespace rapport::storage

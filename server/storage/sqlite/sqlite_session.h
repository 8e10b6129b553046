#pragma once

#include <optional>

#include "base/failure.h"
#include "storage/database.h"
#include "storage/sqlite/connection.h"

namespace rapport::storage {

/// The work of one block on one connection, inside a transaction that the database began and will end.
class SqliteSession final : public Session {
public:
    explicit SqliteSession(Connection& connection) : connection_(connection) {}

    using Session::execute;
    using Session::insert;
    using Session::query;
    const Dialect& dialect() const override;
    std::unique_ptr<Cursor> query(std::string_view sql, std::span<const Value> parameters) override;
    std::int64_t execute(std::string_view sql, std::span<const Value> parameters) override;
    std::int64_t insert(std::string_view sql, std::span<const Value> parameters) override;
    void execute_script(std::string_view sql) override;

    /// Why SQLite gave up the whole transaction in the middle of the block, as it does when the disk is full.
    const std::optional<Failure>& loss() const { return loss_; }

private:
    friend class SqliteCursor;
    void check_transaction() const;
    [[noreturn]] void fail(int code, std::string_view sql);

    Connection& connection_;
    std::optional<Failure> loss_;
};

}  // namespace rapport::storage

#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/value.h"
#include "storage/dialect.h"

namespace rapport::storage {

/// The rows of one running query. Stands before the first row; cells live until the next call of next().
class Cursor {
public:
    virtual ~Cursor() = default;
    virtual bool next() = 0;
    virtual Cell cell(int column) const = 0;

    bool is_null(int column) const { return cell(column).is_null(); }
    std::int64_t integer(int column) const { return cell(column).integer(); }
    std::string_view text(int column) const { return cell(column).text(); }
    Value value(int column) const { return cell(column).value(); }
};

/// One connection, lent to one block of work. Statements are prepared once and kept in a bounded cache.
/// Parameters are written ?1, ?2, … in the SQL text; values are never part of it.
class Session {
public:
    virtual ~Session() = default;
    virtual const Dialect& dialect() const = 0;

    /// Throws Failure(Conflict, "duplicate_value") for a broken unique index, Failure(Unavailable) when the engine is away, full, or past
    /// the deadline, Failure(Internal) for SQL that it refuses: "schema_mismatch" when it names a table or column that is not there,
    /// "stale_plan" when a column has another type than when it was prepared (it is prepared anew when it comes again).
    virtual std::unique_ptr<Cursor> query(std::string_view sql, std::span<const Value> parameters = {}) = 0;
    /// Runs a statement without rows; answers how many rows it changed.
    virtual std::int64_t execute(std::string_view sql, std::span<const Value> parameters = {}) = 0;
    /// Inserts one row into a table that Dialect::create_table() made; answers its id. `sql` has no RETURNING: with that,
    /// SQLite keeps a journal of each row, which doubles the time.
    virtual std::int64_t insert(std::string_view sql, std::span<const Value> parameters) = 0;
    /// Several statements without parameters, separated by semicolons; not cached.
    virtual void execute_script(std::string_view sql) = 0;

    std::unique_ptr<Cursor> query(std::string_view sql, std::initializer_list<Value> parameters) {
        return query(sql, std::span(parameters.begin(), parameters.size()));
    }
    std::int64_t execute(std::string_view sql, std::initializer_list<Value> parameters) {
        return execute(sql, std::span(parameters.begin(), parameters.size()));
    }
    std::int64_t insert(std::string_view sql, std::initializer_list<Value> parameters) {
        return insert(sql, std::span(parameters.begin(), parameters.size()));
    }
    /// Inserts rows of values for these columns ("a, b"), many with one statement. `on_conflict` stands after the values.
    void insert_rows(std::string_view table, std::string_view columns, const std::vector<std::vector<Value>>& rows, std::string_view on_conflict = {});
    /// The first column of the first row, if there is a row.
    std::optional<Value> value(std::string_view sql, std::initializer_list<Value> parameters = {});

    /// Runs `block`; when it throws, what it changed is undone and the exception goes on.
    void savepoint(const std::function<void()>& block);
    /// Grows with each statement that may have changed something or that only a savepoint gets the transaction over: between
    /// two moments at which it is the same, there is nothing to undo.
    std::uint64_t traces() const { return traces_; }

protected:
    void leave_trace() { ++traces_; }

private:
    int savepoints_ = 0;
    std::uint64_t traces_ = 0;
};

struct ReadLimit {
    std::chrono::milliseconds deadline{30'000};
};

/// A workspace's database. Safe to use from any thread.
class Database {
public:
    virtual ~Database() = default;
    virtual const Dialect& dialect() const = 0;

    /// Runs `block` on a connection that may only read, on one consistent state.
    virtual void run_read(const std::function<void(Session&)>& block, ReadLimit limit) = 0;
    /// Runs `block` atomically. When this returns, what it wrote survives a crash. The block may run more than once
    /// (serialization failures), so it has no effect but through its session until it is done. Not to be nested.
    virtual void run_write(const std::function<void(Session&)>& block) = 0;

    template <std::invocable<Session&> Block>
    auto read(Block&& block, ReadLimit limit = {}) {
        return answer_of([&](const auto& run) { run_read(run, limit); }, block);
    }
    template <std::invocable<Session&> Block>
    auto write(Block&& block) {
        return answer_of([&](const auto& run) { run_write(run); }, block);
    }

private:
    template <class Run, class Block>
    static auto answer_of(Run&& run, Block& block) {
        using Answer = std::invoke_result_t<Block&, Session&>;
        if constexpr (std::is_void_v<Answer>) {
            run([&](Session& session) { block(session); });
        } else {
            std::optional<Answer> answer;
            run([&](Session& session) { answer.emplace(block(session)); });
            return *std::move(answer);
        }
    }
};

}  // namespace rapport::storage

#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace rapport::storage {

/// A statement that SQLite has compiled.
struct PreparedStatement {
    std::string sql;
    sqlite3_stmt* handle = nullptr;
    bool changes_rows = false;  // INSERT, UPDATE, DELETE; no SELECT and no CREATE
    bool is_lent = false;
};

/// The statements that one connection used last, so that each text is compiled once.
class StatementCache {
public:
    static constexpr std::size_t capacity = 128;

    explicit StatementCache(sqlite3* connection) : connection_(connection) {}
    ~StatementCache();
    StatementCache(const StatementCache&) = delete;
    StatementCache& operator=(const StatementCache&) = delete;

private:
    friend class LentStatement;
    PreparedStatement& lend(std::string_view sql);
    void take_back(PreparedStatement& statement);
    PreparedStatement prepare(std::string_view sql) const;
    void drop_oldest();

    sqlite3* connection_;
    std::list<PreparedStatement> statements_;  // used last first
    std::unordered_map<std::string_view, std::list<PreparedStatement>::iterator> by_sql_;
    std::list<PreparedStatement> doubles_;  // lent while another cursor runs the same text
};

/// A statement for as long as somebody uses it; ready for its next use afterwards.
class LentStatement {
public:
    /// Throws as Session::query() does.
    LentStatement(StatementCache& cache, std::string_view sql) : cache_(&cache), statement_(&cache.lend(sql)) {}
    ~LentStatement() { cache_->take_back(*statement_); }
    LentStatement(const LentStatement&) = delete;
    LentStatement& operator=(const LentStatement&) = delete;

    sqlite3_stmt* handle() const { return statement_->handle; }
    const std::string& sql() const { return statement_->sql; }
    bool changes_rows() const { return statement_->changes_rows; }

private:
    StatementCache* cache_;
    PreparedStatement* statement_;
};

}  // namespace rapport::storage

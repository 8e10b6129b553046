#include "storage/sqlite/statement_cache.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>

#include "base/failure.h"
#include "base/text.h"
#include "storage/sqlite/sqlite_failure.h"

namespace rapport::storage {
namespace {

bool starts_with_word(std::string_view sql, std::string_view word) {
    return sql.size() > word.size() && std::equal(word.begin(), word.end(), sql.begin(), [](char wanted, char c) { return wanted == (c & ~0x20); });
}

bool changes_rows(sqlite3_stmt* statement, std::string_view sql) {
    if (sqlite3_stmt_readonly(statement)) return false;
    const std::string_view begin = text::trim(sql);
    constexpr std::array<std::string_view, 5> words{"INSERT", "UPDATE", "DELETE", "REPLACE", "WITH"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return starts_with_word(begin, word); });
}

}  // namespace

StatementCache::~StatementCache() {
    for (auto* list : {&statements_, &doubles_})
        for (PreparedStatement& statement : *list) sqlite3_finalize(statement.handle);
}

PreparedStatement StatementCache::prepare(std::string_view sql) const {
    PreparedStatement statement;
    statement.sql = sql;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(connection_, statement.sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement.handle, &rest);
    if (code != SQLITE_OK) throw sqlite_failure(connection_, code, sql);
    const std::string_view remainder(rest, static_cast<std::size_t>(statement.sql.data() + sql.size() - rest));
    if (!statement.handle || !text::trim(remainder).empty()) {
        sqlite3_finalize(statement.handle);
        throw Failure(FailureKind::Internal, "sql_error", "One statement was expected, not none and not several, in: " + statement.sql);
    }
    statement.changes_rows = changes_rows(statement.handle, sql);
    return statement;
}

PreparedStatement& StatementCache::lend(std::string_view sql) {
    const auto found = by_sql_.find(sql);
    if (found == by_sql_.end()) {
        statements_.push_front(prepare(sql));
        by_sql_.emplace(statements_.front().sql, statements_.begin());
        statements_.front().is_lent = true;
        drop_oldest();
        return statements_.front();
    }
    if (found->second->is_lent) return doubles_.emplace_front(prepare(sql));
    statements_.splice(statements_.begin(), statements_, found->second);
    found->second->is_lent = true;
    return *found->second;
}

void StatementCache::take_back(PreparedStatement& statement) {
    if (!statement.is_lent) {
        sqlite3_finalize(statement.handle);
        doubles_.remove_if([&](const PreparedStatement& other) { return &other == &statement; });
        return;
    }
    sqlite3_reset(statement.handle);
    sqlite3_clear_bindings(statement.handle);
    statement.is_lent = false;
}

void StatementCache::drop_oldest() {
    for (auto at = statements_.end(); by_sql_.size() > capacity && at != statements_.begin();) {
        --at;
        if (at->is_lent) continue;
        by_sql_.erase(at->sql);
        sqlite3_finalize(at->handle);
        at = statements_.erase(at);
    }
}

}  // namespace rapport::storage

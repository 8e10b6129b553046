#include "storage/sqlite/sqlite_failure.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <string>
#include <vector>

namespace rapport::storage {
namespace {

/// "UNIQUE constraint failed: account.name, account.code" names columns, "…: index 'account_name'" an index.
std::vector<std::string> broken_names(std::string_view message) {
    std::vector<std::string> names;
    const auto colon = message.rfind(": ");
    if (colon == std::string_view::npos) return names;
    std::string_view rest = message.substr(colon + 2);
    if (rest.starts_with("index '") && rest.ends_with("'")) return {std::string(rest.substr(7, rest.size() - 8))};
    while (!rest.empty()) {
        const auto comma = rest.find(", ");
        const std::string_view column = rest.substr(0, comma);
        names.emplace_back(column.substr(column.find('.') + 1));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 2);
    }
    return names;
}

Failure duplicate_value(std::string_view message) {
    const std::vector<std::string> names = broken_names(message);
    std::vector<Problem> problems;
    for (const std::string& name : names)
        problems.push_back({name, "duplicate_value", "Another record has this value already."});
    return Failure(FailureKind::Conflict, "duplicate_value",
                   fmt::format("Another record has the same value in {} already, and it must be unique. Choose another.",
                               names.empty() ? "a unique field" : fmt::format("{}", fmt::join(names, ", "))),
                   std::move(problems));
}

/// Functions of ours report "code message", see fail() in functions.cpp.
Failure function_failure(std::string_view message) {
    const auto space = message.find(' ');
    return Failure(FailureKind::Invalid, std::string(message.substr(0, space)), std::string(message.substr(space + 1)));
}

Failure unavailable(const char* code, std::string_view message) {
    return Failure(FailureKind::Unavailable, code, std::string(message));
}

}  // namespace

Failure sqlite_failure(sqlite3* connection, int code, std::string_view sql) {
    const int extended = connection ? sqlite3_extended_errcode(connection) : code;
    const std::string message = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID: return duplicate_value(message);
        case SQLITE_CONSTRAINT_FUNCTION: return function_failure(message);
    }
    // Where the journal's index or a synchronization finds no room, SQLite speaks of the disk in general.
    const bool is_full = (code & 0xff) == SQLITE_FULL || ((code & 0xff) == SQLITE_IOERR && connection && sqlite3_system_errno(connection) == ENOSPC);
    if (is_full) return unavailable("disk_full", "The disk that holds the database is full, so nothing was saved. Make room on it and try again.");
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return unavailable("database_busy", "Another process kept the database locked for too long. Try again.");
        case SQLITE_INTERRUPT:
            return unavailable("deadline_exceeded", "The question took longer than it may. Narrow it down and try again.");
        case SQLITE_NOMEM: return unavailable("out_of_memory", "The server has no memory left for this. Try again later.");
        case SQLITE_CORRUPT:
            return unavailable("database_damaged", fmt::format("The database file is damaged ({}). Restore it from a backup.", message));
        case SQLITE_NOTADB:
            return Failure(FailureKind::Invalid, "not_a_database",
                           "The file rapport.db is not a database of Rapport. Move it away, or choose another folder.");
        case SQLITE_TOOBIG: return Failure(FailureKind::TooLarge, "too_large", "The value is larger than the database can hold.");
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_PROTOCOL:
        case SQLITE_PERM:
            return unavailable("storage_error", fmt::format("The database's files cannot be read or written ({}). Look after the disk, then try again.", message));
        case SQLITE_READONLY:
            if (connection && sqlite3_db_readonly(connection, "main") == 1) break;
            return unavailable("storage_error", fmt::format("The database's files cannot be written ({}). Give Rapport the right to write to them.", message));
    }
    if (message == "integer overflow")
        return Failure(FailureKind::Invalid, "out_of_range", "The sum is beyond the range of numbers here.");
    if (message == "parser stack overflow" || message.starts_with("Expression tree is too large"))
        return Failure(FailureKind::Invalid, "too_complex", "The question is nested too deeply for the database. Ask with fewer parentheses, or split it in two.");
    const bool is_missing = message.starts_with("no such column") || message.starts_with("no such table") || message.find(" has no column named ") != std::string::npos;
    return Failure(FailureKind::Internal, is_missing ? "schema_mismatch" : "sql_error",
                   fmt::format("The database refuses a statement: {} (in: {})", message, sql.substr(0, 500)));
}

}  // namespace rapport::storage

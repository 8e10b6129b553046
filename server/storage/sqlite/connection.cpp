#include "storage/sqlite/connection.h"

#include <sqlite3.h>

#include <mutex>

#include "storage/sqlite/collation.h"
#include "storage/sqlite/functions.h"
#include "storage/sqlite/sqlite_failure.h"

namespace rapport::storage {
namespace {

constexpr int busy_milliseconds = 10'000;
constexpr int instructions_between_looks_at_the_clock = 4'000;

/// Has to be said before the process opens its first database.
void configure_library() {
    static std::once_flag once;
    std::call_once(once, [] {
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);  // its counters are behind one lock that all connections share
    });
}

sqlite3* open(const std::filesystem::path& file, Connection::Access access) {
    configure_library();
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (access == Connection::Access::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
    if (code == SQLITE_OK) return handle;
    const Failure failure = sqlite_failure(handle, code);
    sqlite3_close(handle);
    throw failure;
}

}  // namespace

void Connection::Close::operator()(sqlite3* handle) const { sqlite3_close(handle); }

Connection::Connection(const std::filesystem::path& file, Access access) : handle_(open(file, access)) {
    configure(access);
    statements_ = std::make_unique<StatementCache>(handle());
    begin_ = std::make_unique<LentStatement>(*statements_, access == Access::Read ? "BEGIN" : "BEGIN IMMEDIATE");
    commit_ = std::make_unique<LentStatement>(*statements_, "COMMIT");
}

void Connection::configure(Access access) {
    sqlite3_busy_timeout(handle(), busy_milliseconds);
    // A name that is not there is an error, as on PostgreSQL, and not a text.
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_progress_handler(
        handle(), instructions_between_looks_at_the_clock,
        [](void* self) -> int { return std::chrono::steady_clock::now() > static_cast<Connection*>(self)->deadline_; }, this);
    register_collation(handle());
    register_functions(handle());
    // No memory map: each connection's share of it would count as memory of the process.
    // A page that is written again before it is brought from the journal into the database is brought there once: the journal
    // may grow to 32 MB first.
    run(access == Access::Read ? "PRAGMA mmap_size = 0; PRAGMA cache_size = -2048"
                               : "PRAGMA mmap_size = 0; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8000; PRAGMA synchronous = FULL; "
                                 "PRAGMA foreign_keys = OFF; PRAGMA secure_delete = FAST; PRAGMA journal_size_limit = 67108864");
}

void Connection::run(const std::string& sql) {
    const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw sqlite_failure(handle(), code, sql);
}

std::int64_t Connection::number(std::string_view sql) {
    const LentStatement statement(*statements_, sql);
    const int code = sqlite3_step(statement.handle());
    if (code == SQLITE_ROW) return sqlite3_column_int64(statement.handle(), 0);
    if (code == SQLITE_DONE) return 0;
    throw sqlite_failure(handle(), code, sql);
}

void Connection::step(const LentStatement& statement) {
    sqlite3_step(statement.handle());
    const int code = sqlite3_reset(statement.handle());
    if (code != SQLITE_OK) throw sqlite_failure(handle(), code, statement.sql());
}

void Connection::end_read() noexcept {
    sqlite3_step(commit_->handle());
    sqlite3_reset(commit_->handle());
    rollback();
}

void Connection::rollback() noexcept {
    if (is_in_transaction()) sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Connection::release_memory() { sqlite3_db_release_memory(handle()); }

bool Connection::is_in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

}  // namespace rapport::storage

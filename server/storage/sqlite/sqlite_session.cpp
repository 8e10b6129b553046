#include "storage/sqlite/sqlite_session.h"

#include <sqlite3.h>

#include "storage/checked_text.h"
#include "storage/sqlite/sqlite_dialect.h"
#include "storage/sqlite/sqlite_failure.h"

namespace rapport::storage {
namespace {

/// How long the text of a parameter stays where it is: until the statement is done, or only until it is bound.
enum class TextLives { UntilDone, UntilBound };

int bind_one(sqlite3_stmt* statement, int index, const Value& value, TextLives lives) {
    if (value.is_null()) return sqlite3_bind_null(statement, index);
    if (value.is_integer()) return sqlite3_bind_int64(statement, index, value.integer());
    if (value.is_real()) return sqlite3_bind_double(statement, index, value.real());
    const std::string& text = value.text();
    check_text(text);
    return sqlite3_bind_text64(statement, index, text.data(), text.size(), lives == TextLives::UntilDone ? SQLITE_STATIC : SQLITE_TRANSIENT,
                               SQLITE_UTF8);
}

int bind_all(const LentStatement& statement, std::span<const Value> parameters, TextLives lives) {
    ensure(static_cast<int>(parameters.size()) == sqlite3_bind_parameter_count(statement.handle()),
           "a statement gets as many parameters as it names");
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const int code = bind_one(statement.handle(), static_cast<int>(i) + 1, parameters[i], lives);
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

}  // namespace

class SqliteCursor final : public Cursor {
public:
    SqliteCursor(SqliteSession& session, std::string_view sql, std::span<const Value> parameters)
        : session_(session), statement_(session.connection_.statements(), sql) {
        const int code = bind_all(statement_, parameters, TextLives::UntilBound);
        if (code != SQLITE_OK) session_.fail(code, sql);
        step();
    }

    bool next() override {
        if (stands_before_first_) {
            stands_before_first_ = false;
            return has_row_;
        }
        if (has_row_) step();
        return has_row_;
    }

    Cell cell(int column) const override {
        sqlite3_stmt* statement = statement_.handle();
        switch (sqlite3_column_type(statement, column)) {
            case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement, column)};
            case SQLITE_FLOAT: return sqlite3_column_double(statement, column);
            case SQLITE_NULL: return {};
            default: {
                const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
                return std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
            }
        }
    }

private:
    // The first step is taken at once, so that what is wrong with a statement shows in query() on every engine.
    void step() {
        session_.check_transaction();
        const int code = sqlite3_step(statement_.handle());
        has_row_ = code == SQLITE_ROW;
        if (code != SQLITE_ROW && code != SQLITE_DONE) session_.fail(code, statement_.sql());
        if (!sqlite3_stmt_readonly(statement_.handle())) session_.leave_trace();
    }

    SqliteSession& session_;
    LentStatement statement_;
    bool stands_before_first_ = true;
    bool has_row_ = false;
};

const Dialect& SqliteSession::dialect() const { return sqlite_dialect(); }

std::unique_ptr<Cursor> SqliteSession::query(std::string_view sql, std::span<const Value> parameters) {
    return std::make_unique<SqliteCursor>(*this, sql, parameters);
}

std::int64_t SqliteSession::execute(std::string_view sql, std::span<const Value> parameters) {
    check_transaction();
    const LentStatement statement(connection_.statements(), sql);
    int code = bind_all(statement, parameters, TextLives::UntilDone);
    if (code != SQLITE_OK) fail(code, sql);
    do code = sqlite3_step(statement.handle());
    while (code == SQLITE_ROW);
    // A statement that fails undoes itself.
    if (code != SQLITE_DONE) fail(code, sql);
    if (!sqlite3_stmt_readonly(statement.handle())) leave_trace();
    return statement.changes_rows() ? sqlite3_changes64(connection_.handle()) : 0;
}

std::int64_t SqliteSession::insert(std::string_view sql, std::span<const Value> parameters) {
    execute(sql, parameters);
    return sqlite3_last_insert_rowid(connection_.handle());
}

void SqliteSession::execute_script(std::string_view sql) {
    check_transaction();
    leave_trace();
    const int code = sqlite3_exec(connection_.handle(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, sql);
}

/// Without its transaction a statement would be committed by itself.
void SqliteSession::check_transaction() const {
    if (loss_) throw *loss_;
}

void SqliteSession::fail(int code, std::string_view sql) {
    const Failure failure = sqlite_failure(connection_.handle(), code, sql);
    if (!connection_.is_in_transaction()) loss_ = failure;
    throw failure;
}

}  // namespace rapport::storage

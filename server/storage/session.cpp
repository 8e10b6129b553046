#include "storage/database.h"

#include <algorithm>
#include <array>

#include "base/failure.h"

namespace rapport::storage {

std::optional<Value> Session::value(std::string_view sql, std::initializer_list<Value> parameters) {
    auto cursor = query(sql, parameters);
    if (!cursor->next()) return std::nullopt;
    return cursor->value(0);
}

namespace {

/// Statements of few lengths, so that few of them are prepared.
constexpr std::array<std::size_t, 4> rows_at_once{64, 16, 4, 1};

std::string insert_statement(std::string_view table, std::string_view columns, std::size_t rows, std::size_t values, std::string_view on_conflict) {
    std::string out = "INSERT INTO " + std::string(table) + " (" + std::string(columns) + ") VALUES ";
    for (std::size_t number = 0; number < rows * values; ++number) {
        bool first = number % values == 0;
        if (first) out += number == 0 ? "(" : "), (";
        out += (first ? "?" : ", ?") + std::to_string(number + 1);
    }
    return out.append(")").append(on_conflict);
}

}  // namespace

void Session::insert_rows(std::string_view table, std::string_view columns, const std::vector<std::vector<Value>>& rows, std::string_view on_conflict) {
    for (std::size_t done = 0; done < rows.size();) {
        std::size_t count = *std::find_if(rows_at_once.begin(), rows_at_once.end(), [&](std::size_t length) { return length <= rows.size() - done; });
        std::vector<Value> values;
        for (std::size_t i = done; i < done + count; ++i) values.insert(values.end(), rows[i].begin(), rows[i].end());
        execute(insert_statement(table, columns, count, rows[done].size(), on_conflict), values);
        done += count;
    }
}

void Session::savepoint(const std::function<void()>& block) {
    const std::string name = "savepoint_" + std::to_string(++savepoints_);
    execute("SAVEPOINT " + name);
    try {
        block();
    } catch (...) {
        --savepoints_;
        try {
            execute("ROLLBACK TO SAVEPOINT " + name);
            execute("RELEASE SAVEPOINT " + name);
        } catch (const Failure&) {
            // The transaction is gone as a whole: the session refuses all that follows, and what went wrong first is
            // what the caller has to know.
        }
        throw;
    }
    --savepoints_;
    execute("RELEASE SAVEPOINT " + name);
}

}  // namespace rapport::storage

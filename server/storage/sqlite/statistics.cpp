#include "storage/sqlite/statistics.h"

#include <sqlite3.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "base/failure.h"
#include "base/log.h"
#include "storage/sqlite/sqlite_failure.h"

namespace rapport::storage {
namespace {

constexpr std::int64_t shortest_wait = 10'000;
constexpr std::int64_t share = 5;  // a fifth of all rows
// So many entries of an index are looked at, and so many values of its first column.
constexpr std::int64_t most_entries = 1000;
constexpr std::int64_t most_values = 100;

struct Index {
    std::string table, name;
    std::vector<std::int64_t> figures;  // its entries; then how many share the first column, the first two, …
};

/// Whether there is a row.
bool step(Connection& connection, const LentStatement& statement) {
    const int code = sqlite3_step(statement.handle());
    if (code != SQLITE_ROW && code != SQLITE_DONE) throw sqlite_failure(connection.handle(), code, statement.sql());
    return code == SQLITE_ROW;
}

/// Those of whose first column not one value ended within the entries that were looked at.
std::vector<Index> undecided(Connection& connection) {
    std::vector<Index> found;
    const LentStatement statement(connection.statements(), "SELECT tbl, idx, stat FROM sqlite_stat1 WHERE idx IS NOT NULL");
    auto text = [&](int column) { return std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement.handle(), column))); };
    while (step(connection, statement)) {
        Index index{text(0), text(1), {}};
        std::istringstream figures(text(2));
        for (std::int64_t figure = 0; figures >> figure;) index.figures.push_back(figure);
        if (index.figures.size() > 1 && index.figures[1] >= most_entries && index.figures[0] > index.figures[1]) found.push_back(std::move(index));
    }
    return found;
}

std::string quoted(const std::string& name) { return "\"" + name + "\""; }

/// How many values the first column has, found by walking from one to the next; the greatest number that is counted is most_values,
/// and one for those without any.
std::int64_t count_values(Connection& connection, const Index& index) {
    const LentStatement described(connection.statements(), "SELECT c.name, s.sql FROM pragma_index_info(?1) c, sqlite_master s WHERE c.seqno = 0 AND s.type = 'index' AND s.name = ?1");
    sqlite3_bind_text(described.handle(), 1, index.name.data(), static_cast<int>(index.name.size()), SQLITE_TRANSIENT);
    const bool is_ours = step(connection, described) && sqlite3_column_text(described.handle(), 0) && sqlite3_column_text(described.handle(), 1);
    if (!is_ours) return 0;  // an expression, or made by SQLite for a constraint
    const std::string column = quoted(reinterpret_cast<const char*>(sqlite3_column_text(described.handle(), 0)));
    const std::string sql = reinterpret_cast<const char*>(sqlite3_column_text(described.handle(), 1));
    const auto where = sql.rfind(" WHERE ");
    const std::string live = where == std::string::npos ? "" : " AND " + sql.substr(where + 7);
    const std::string entries = " FROM " + quoted(index.table) + " INDEXED BY " + quoted(index.name) + " WHERE " + column;
    auto least = [&](const std::string& condition) { return "(SELECT min(" + column + ")" + entries + condition + live + ")"; };
    return connection.number("WITH RECURSIVE walk(value, number) AS (SELECT " + least(" IS NOT NULL") + ", 1 UNION ALL SELECT " + least(" > walk.value") +
                             ", number + 1 FROM walk WHERE value IS NOT NULL AND number < " + std::to_string(most_values) + ") SELECT count(value) + EXISTS (SELECT 1" + entries + " IS NULL" + live + ") FROM walk");
}

/// A thousand entries with one checkbox say only that at least so many share it: SQLite would take that for all, and walk half of
/// a million along the index where another one leads to ten.
void decide(Connection& connection) {
    for (Index& index : undecided(connection)) {
        const std::int64_t values = count_values(connection, index);
        if (values == 0) continue;
        const std::int64_t shared = index.figures.front() / values;
        std::string stat = std::to_string(index.figures.front());
        for (std::size_t i = 1; i < index.figures.size(); ++i) stat += " " + std::to_string(index.figures[i] >= most_entries ? std::max(index.figures[i], shared) : index.figures[i]);
        const LentStatement update(connection.statements(), "UPDATE sqlite_stat1 SET stat = ?1 WHERE tbl = ?2 AND idx = ?3");
        int parameter = 0;
        for (const std::string* value : {&stat, &index.table, &index.name}) sqlite3_bind_text(update.handle(), ++parameter, value->data(), static_cast<int>(value->size()), SQLITE_TRANSIENT);
        step(connection, update);
    }
    connection.run("ANALYZE sqlite_master");  // reads them, and takes none
}

}  // namespace

Statistics::Statistics(Connection& writer, std::function<void()> refreshed) : writer_(writer), refreshed_(std::move(refreshed)), due_(wait()) {}

/// Everybody who writes waits while they are taken: the longer it takes, the less often it is done.
std::int64_t Statistics::wait() {
    bool known = writer_.number("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'") != 0;
    if (!known) return shortest_wait / 10;
    std::int64_t rows = writer_.number("SELECT sum(rows) FROM (SELECT max(CAST(stat AS INTEGER)) AS rows FROM sqlite_stat1 GROUP BY tbl)");
    return std::max(shortest_wait, rows / share);
}

void Statistics::follow() {
    std::int64_t changes = sqlite3_total_changes64(writer_.handle());
    if (changes < due_) return;
    try {
        // So few entries of an index say enough about it, and take the same time however many there are.
        writer_.run("PRAGMA analysis_limit = " + std::to_string(most_entries));
        writer_.begin();
        writer_.run("ANALYZE");
        decide(writer_);
        writer_.commit();
        refreshed_();
    } catch (const Failure& failure) {
        writer_.rollback();
        log::warning("the statistics of the indexes were not renewed, questions may be slower until the next time: {}", failure.what());
    }
    due_ = changes + wait();
}

}  // namespace rapport::storage

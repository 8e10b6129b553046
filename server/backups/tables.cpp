#include "backups/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/json_writer.h"

namespace rapport::backups {
namespace {

using storage::ColumnType;

/// Made anew from the others when a workspace is opened, or kept by the engine for itself.
constexpr std::array not_kept{"search_text", "search_text_data", "search_text_idx", "search_text_content", "search_text_docsize", "search_text_config",
                              "duplicate_key", "duplicate_key_data", "duplicate_key_idx", "duplicate_key_content", "duplicate_key_docsize", "duplicate_key_config",
                              "search_name", "search_filling", "duplicate_search", "notification_place", "notification_due", "summed_roll_up", "storage_fact", "schema_migration"};

bool is_sqlite(const storage::Session& session) { return session.dialect().name() == "sqlite"; }

std::string quoted(std::string_view name) { return fmt::format("\"{}\"", name); }

bool is_kept(const Table& table) {
    const bool is_total = table.name.starts_with("totals_of_") && !table.is_numbered;
    return !is_total && std::find(not_kept.begin(), not_kept.end(), table.name) == not_kept.end();
}

ColumnType type_of(std::string_view engine_type, bool folded) {
    if (folded) return ColumnType::FoldedText;
    if (engine_type == "BIGINT" || engine_type == "INTEGER" || engine_type == "bigint" || engine_type == "integer") return ColumnType::Integer;
    if (engine_type == "REAL" || engine_type == "double precision") return ColumnType::Real;
    return ColumnType::Text;
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::vector<Table> sqlite_tables(storage::Session& session) {
    std::vector<Table> out;
    auto rows = session.query("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
    while (rows->next()) {
        const std::string sql(rows->text(1));
        Table table{std::string(rows->text(0)), {}, sql.find("AUTOINCREMENT") != std::string::npos, 0};
        if (table.is_numbered) table.next_id = session.value("SELECT seq FROM sqlite_sequence WHERE name = ?1", {table.name}).value_or(Value(0)).integer() + 1;
        auto columns = session.query("SELECT name, type, coalesce(dflt_value, ''), \"notnull\" FROM pragma_table_info(?1) ORDER BY cid", {table.name});
        while (columns->next()) {
            const std::string name(columns->text(0));
            // The collation stands only in the statement that made the table, which is one of ours.
            const bool folded = sql.find(quoted(name) + " TEXT COLLATE rapport_text") != std::string::npos;
            table.columns.push_back({name, type_of(columns->text(1), folded), number_in(columns->text(2)), columns->integer(3) != 0});
        }
        out.push_back(std::move(table));
    }
    return out;
}

std::vector<Table> postgres_tables(storage::Session& session) {
    std::vector<Table> out;
    // A column that says which transaction wrote a row means nothing elsewhere.
    auto rows = session.query(
        "SELECT CAST(c.table_name AS text), CAST(c.column_name AS text), CAST(c.data_type AS text), coalesce(CAST(c.collation_name AS text), ''), CAST(c.is_identity AS text), coalesce(c.column_default, ''), CAST(c.is_nullable AS text) "
        "FROM information_schema.columns c JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name "
        "WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND coalesce(c.column_default, '') NOT LIKE '%pg_current_xact_id%' "
        "ORDER BY CAST(c.table_name AS text) COLLATE \"C\", c.ordinal_position");
    while (rows->next()) {
        if (out.empty() || out.back().name != rows->text(0)) out.push_back({std::string(rows->text(0)), {}, false, 0});
        out.back().columns.push_back({std::string(rows->text(1)), type_of(rows->text(2), rows->text(3) == "rapport_text"), number_in(rows->text(5)), rows->text(6) == "NO"});
        if (rows->text(4) == "YES") out.back().is_numbered = true;
    }
    rows.reset();
    for (Table& table : out) {
        if (!table.is_numbered) continue;
        auto sequence = session.value("SELECT pg_get_serial_sequence(?1, 'id')", {quoted(table.name)});
        table.next_id = session.value("SELECT last_value + CASE WHEN is_called THEN 1 ELSE 0 END FROM " + sequence->text())->integer();
    }
    return out;
}

std::string list(const Table& table) {
    std::string out;
    for (const auto& column : table.columns) out += (out.empty() ? "" : ", ") + quoted(column.name);
    return out;
}

/// Which row comes first does not depend on the engine: by id, or by all columns, texts by their bytes.
std::string order(const Table& table) {
    if (table.is_numbered) return "id";
    std::string out;
    for (const auto& column : table.columns) {
        const bool is_text = column.type == ColumnType::Text || column.type == ColumnType::FoldedText;
        out += fmt::format("{}{}{} NULLS FIRST", out.empty() ? "" : ", ", quoted(column.name), is_text ? " COLLATE \"C\"" : "");
    }
    return out;
}

void write_cell(JsonWriter& out, const Cell& cell) {
    if (cell.is_null()) out.null();
    else if (cell.is_integer()) out.integer(cell.integer());
    else if (cell.is_real()) out.real(cell.real());
    else out.string(cell.text());
}

}  // namespace

const Table::Column* Table::find(std::string_view column) const {
    auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& one) { return one.name == column; });
    return found == columns.end() ? nullptr : &*found;
}

std::vector<Table> tables(storage::Session& session) {
    std::vector<Table> all = is_sqlite(session) ? sqlite_tables(session) : postgres_tables(session);
    std::erase_if(all, [](const Table& table) { return !is_kept(table); });
    return all;
}

std::int64_t write_rows(storage::Session& session, const Table& table, const std::function<void(std::string_view)>& sink) {
    std::int64_t count = 0;
    std::string line;
    const auto columns = static_cast<int>(table.columns.size());
    auto rows = session.query("SELECT " + list(table) + " FROM " + quoted(table.name) + " ORDER BY " + order(table));
    while (rows->next()) {
        line.clear();
        JsonWriter out(line);
        out.begin_array();
        for (int i = 0; i < columns; ++i) write_cell(out, rows->cell(i));
        out.end_array();
        line += '\n';
        sink(line);
        ++count;
    }
    return count;
}

void make(storage::Session& session, const Table& table) {
    const storage::Dialect& dialect = session.dialect();
    auto definition = [&](const Table::Column& column) {
        std::string out = quoted(column.name) + " " + dialect.column_type(column.type);
        if (column.initial) out += " DEFAULT " + std::to_string(*column.initial);
        // A column that is added to rows that are there can be required only when it says what they have.
        if (column.is_required && (column.initial || !table.is_numbered)) out += " NOT NULL";
        return out;
    };
    const std::vector<Table> there = tables(session);
    auto found = std::find_if(there.begin(), there.end(), [&](const Table& one) { return one.name == table.name; });
    if (found != there.end()) {
        for (const auto& column : table.columns)
            if (!found->find(column.name)) session.execute_script("ALTER TABLE " + quoted(table.name) + " ADD COLUMN " + definition(column));
        return;
    }
    std::string columns;
    for (const auto& column : table.columns)
        if (!table.is_numbered || column.name != "id") columns += (columns.empty() ? "" : ", ") + definition(column);
    if (table.is_numbered) session.execute_script(dialect.create_table(table.name, columns, std::max<std::int64_t>(table.next_id, 1)));
    else session.execute_script("CREATE TABLE " + quoted(table.name) + " (" + columns + ")");
}

void set_next_id(storage::Session& session, const Table& table) {
    if (!table.is_numbered) return;
    if (is_sqlite(session)) {
        session.execute("DELETE FROM sqlite_sequence WHERE name = ?1", {table.name});
        session.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)", {table.name, table.next_id - 1});
    } else {
        session.value("SELECT setval(pg_get_serial_sequence(?1, 'id'), ?2, false)", {quoted(table.name), table.next_id});
    }
}

}  // namespace rapport::backups

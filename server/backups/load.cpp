#include <fmt/format.h>

#include <fstream>

#include "backups/backup.h"
#include "base/failure.h"
#include "base/json.h"
#include "base/sha256.h"

namespace rapport::backups {
namespace {

constexpr std::size_t rows_at_once = 500;

Failure damaged(const Table& table, std::string_view what) {
    return Failure(FailureKind::Invalid, "damaged_backup", fmt::format("The backup is damaged: {} of the table {}. Nothing was restored; take another backup.", what, table.name));
}

std::string columns_of(const Table& table) {
    std::string out;
    for (const auto& column : table.columns) out += fmt::format("{}\"{}\"", out.empty() ? "" : ", ", column.name);
    return out;
}

Value value_of(const Json& json, storage::ColumnType type) {
    if (json.is_null()) return {};
    if (type == storage::ColumnType::Integer) return json.integer();
    if (type == storage::ColumnType::Real) return std::stod(json.digits());
    return json.string();
}

std::vector<Value> row_of(const std::string& line, const Table& table) {
    const Json json = Json::parse(line);
    const auto& cells = json.array();
    if (cells.size() != table.columns.size()) throw damaged(table, "a row has not as many values as columns");
    std::vector<Value> row;
    for (std::size_t i = 0; i < cells.size(); ++i) row.push_back(value_of(cells[i], table.columns[i].type));
    return row;
}

void load_rows(storage::Session& session, const std::filesystem::path& folder, const Table& table) {
    std::ifstream file(rows_file(folder, table), std::ios::binary);
    if (!file) throw damaged(table, "there is no file of rows");
    const std::string columns = columns_of(table);
    std::vector<std::vector<Value>> rows;
    auto insert = [&] {
        session.insert_rows(fmt::format("\"{}\"", table.name), columns, rows);
        rows.clear();
    };
    std::string line;
    while (std::getline(file, line)) {
        rows.push_back(row_of(line, table));
        if (rows.size() == rows_at_once) insert();
    }
    insert();
    if (file.bad()) throw damaged(table, "the file of rows cannot be read to its end");
}

/// Reads back what is in the table now, and not what was meant to be.
void compare(storage::Session& session, const Manifest::Contents& contents) {
    Sha256 hash;
    const std::int64_t rows = write_rows(session, contents.table, [&](std::string_view line) { hash.add(line); });
    if (rows != contents.rows) throw damaged(contents.table, fmt::format("there are {} rows, and there were {}", rows, contents.rows));
    if (hash.finish() != contents.sha256) throw damaged(contents.table, "the rows are not those that were written");
}

}  // namespace

void load(storage::Database& database, const std::filesystem::path& folder, const Manifest& manifest, std::span<const storage::Migration> migrations, const Progress& progress) {
    const auto reached = static_cast<std::size_t>(manifest.schema);
    if (reached > migrations.size())
        throw Failure(FailureKind::Conflict, "backup_is_newer", "The backup was made by Rapport " + manifest.version + ", whose schema this one does not know. Restore it with that version or a later one.");
    database.write([&](storage::Session& session) {
        storage::replay(session, migrations.first(reached));
        for (const auto& contents : manifest.tables) {
            progress(contents.table.name);
            make(session, contents.table);
            session.execute(fmt::format("DELETE FROM \"{}\"", contents.table.name));
            load_rows(session, folder, contents.table);
            set_next_id(session, contents.table);
            compare(session, contents);
        }
    });
}

}  // namespace rapport::backups

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/database.h"

namespace rapport::backups {

/// A table as both engines can have it.
struct Table {
    struct Column {
        std::string name;
        storage::ColumnType type;
        std::optional<std::int64_t> initial = {};  // what it holds when nothing is said
        bool is_required = false;
    };
    std::string name;
    std::vector<Column> columns;
    bool is_numbered = false;  // made by Dialect::create_table(): its first column is `id`, which counts up
    std::int64_t next_id = 0;  // of a numbered one

    const Column* find(std::string_view column) const;
};

/// All tables of the workspace but those that are made from others (search, running totals) or belong to the engine.
std::vector<Table> tables(storage::Session& session);

/// The rows as JSON arrays of stored values, one a line, in an order and a form that is the same on both engines. Answers how many.
std::int64_t write_rows(storage::Session& session, const Table& table, const std::function<void(std::string_view)>& sink);

/// Makes what is missing of the table: all of it, or columns.
void make(storage::Session& session, const Table& table);

/// From now on ids of the table count up from there.
void set_next_id(storage::Session& session, const Table& table);

}  // namespace rapport::backups

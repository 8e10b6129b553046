#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/catalogue.h"
#include "storage/database.h"

namespace rapport::metadata {

/// "user" with its quotes, for any identifier of ours.
std::string quoted(std::string_view identifier);

/// Their names; none when there is no such table.
std::set<std::string> columns_of(storage::Session& session, const std::string& table);

/// Makes the tables and columns that the catalogue has and the database has not, with the indexes of new tables.
/// Nothing is ever dropped. Adding a column does not read the table.
void bring_tables_up(storage::Session& session, const Catalogue& catalogue);

/// Throws Failure(Conflict, "reserved_name") when a table of that name is there: one of the system's own.
void require_free_table(storage::Session& session, const Object& object);

/// Sets a table or column aside under a name that nothing uses, so that what it holds can be brought back by hand.
void set_table_aside(storage::Session& session, const Object& object, std::int64_t version);
void set_column_aside(storage::Session& session, const Object& object, const Field& field, std::int64_t version);
/// The name of a column that was set aside.
std::string name_aside(const Field& field, std::int64_t version);

/// Adds a column, empty, for values of a field that has another one still; and puts it into its place when that is set aside.
void add_column(storage::Session& session, const Object& object, const Field& field, const std::string& column);
void put_column_in_place(storage::Session& session, const Object& object, const std::string& name, const std::string& column);

/// An index that the catalogue wants: a name derived from what it is, and the statement that makes it.
struct WantedIndex {
    std::string name;
    std::string sql;
    std::vector<std::string> fields;  // a leading "-" is descending
    bool unique = false;
};

/// The indexes an object needs: its references, unique fields, name and what its declaration lists.
std::vector<WantedIndex> wanted_indexes(const Object& object, const storage::Dialect& dialect);

/// Drops the indexes that only `before` wants, and makes the unique ones that only `after` wants: what must not repeat
/// must not repeat from the first moment on. Other new indexes can wait.
void change_indexes(storage::Session& session, const Catalogue& before, const Catalogue& after);

/// Those that the database does not have yet.
std::vector<WantedIndex> missing_indexes(storage::Session& session, const Catalogue& catalogue);

}  // namespace rapport::metadata

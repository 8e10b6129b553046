#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "storage/database.h"

namespace rapport::storage {

/// One step of the schema; runs once, in a transaction of its own.
struct Migration {
    int number;  // 1, 2, 3, …
    std::string_view name;
    std::function<void(Session&)> run;
};

/// Runs the migrations that the database has not seen yet, in order; answers how many.
/// Throws Failure(Conflict, "database_is_newer") and changes nothing when the database knows a higher number than the program.
int migrate(Database& database, std::span<const Migration> migrations);

/// The highest migration the database has seen; 0 for an empty one.
int schema_version(Database& database);
int schema_version(Session& session);

/// Runs the migrations in the session's transaction, for a database that has seen none: what follows is loaded into their tables.
void replay(Session& session, std::span<const Migration> migrations);

}  // namespace rapport::storage

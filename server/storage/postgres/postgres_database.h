#pragma once

#include <memory>
#include <string>

#include "storage/database.h"

namespace rapport::storage {

struct PostgresOptions {
    std::string url;                // postgresql://user@host:port/name
    std::string schema = "public";  // holds our tables; made when missing
    int connections = 8;            // at most; made when needed
};

/// Write blocks run SERIALIZABLE and are run again on serialization failures; connections come back after the server was
/// away. While a second statement of a session runs, what is left of an open cursor is kept in memory.
/// Throws Failure(Invalid, "invalid_database_url"), or Failure(Unavailable, "database_unreachable") naming host and
/// reason, both without the password.
std::unique_ptr<Database> open_postgres(PostgresOptions options);

}  // namespace rapport::storage

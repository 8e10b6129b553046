#pragma once

#include <memory>
#include <string>

#include "storage/database.h"

namespace rapport::storage {

struct PostgresOptions {
    std::string url;             // postgresql://user@host:port/name
    int connections = 8;         // at most; made when needed
};

/// Blocks run SERIALIZABLE and are run again on serialization failures; connections come back after the server was away.
/// Throws Failure(Unavailable, "database_unreachable") naming host and reason, without the password.
std::unique_ptr<Database> open_postgres(PostgresOptions options);

}  // namespace rapport::storage

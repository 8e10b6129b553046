#pragma once

#include <string>

#include "storage/postgres/postgres_connection.h"

namespace rapport::storage {

/// Makes what our SQL needs on the server where it is missing: the schema, the collation `rapport_text`, the functions
/// that postgres_dialect.cpp writes, and the table storage_fact. Safe when several nodes start together.
void prepare_schema(PostgresConnection& connection, const std::string& schema);

}  // namespace rapport::storage

#pragma once

#include <cstdint>
#include <string>

#include "storage/database.h"

namespace rapport::bench {

/// Serves, on the port, what somebody would write who needs these answers and nothing else: no names that are looked up,
/// no rights, no history. `GET /list?stage=NUMBER` is the list of 50; `POST /insert` puts a contact into a bare table,
/// all that wait together in one transaction; `POST /insert-alone` in a transaction of its own. Returns when it is told
/// to stop by SIGTERM.
void serve_handwritten(storage::Database& database, std::uint16_t port);

/// Copies so many contacts into a table that has the same columns and indexes, a thousand with one transaction, and
/// answers rows a second.
double insert_raw(storage::Database& database, std::int64_t rows);

}  // namespace rapport::bench

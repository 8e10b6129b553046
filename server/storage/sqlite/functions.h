#pragma once

struct sqlite3;

namespace rapport::storage {

/// Teaches the connection the functions that dialect.cpp writes: rapport_multiply_divide, rapport_average, rapport_like
/// and rapport_date_part; and those that storage/dialect.h names as having one name on both engines.
void register_functions(sqlite3* connection);

}  // namespace rapport::storage

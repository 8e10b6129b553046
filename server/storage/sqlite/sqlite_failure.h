#pragma once

#include <string_view>

#include "base/failure.h"

struct sqlite3;

namespace rapport::storage {

/// What the connection's last call failed with, in words of ours. `sql` is quoted for bugs; it never has values in it.
Failure sqlite_failure(sqlite3* connection, int code, std::string_view sql = {});

}  // namespace rapport::storage

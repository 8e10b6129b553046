#pragma once

#include <filesystem>
#include <memory>

#include "storage/database.h"

namespace rapport::storage {

/// Opens `folder`/rapport.db, made when missing. WAL, synchronous=FULL; one writer thread commits what is queued as one
/// group; every reading thread has a connection of its own. Other processes may open the same folder at the same time.
/// Throws Failure(Invalid, "not_a_database") for a file of another kind, Failure(Unavailable) when it cannot be opened.
std::unique_ptr<Database> open_sqlite(const std::filesystem::path& folder);

}  // namespace rapport::storage

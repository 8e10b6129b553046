#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "backups/manifest.h"
#include "storage/migrations.h"

namespace rapport::backups {

/// Told the name of each table before it is worked on.
using Progress = std::function<void(const std::string& table)>;

/// Writes the database, as it is at one moment, into a folder that is not there yet: one file of rows a table, and the
/// manifest last. Others go on writing meanwhile. The folder has its name only when everything is on the disk.
/// `facts` has what the database does not know: version, key_fingerprint. Throws Failure(Unavailable, "unwritable_file").
Manifest make(storage::Database& database, const std::filesystem::path& folder, Manifest facts, const Progress& progress);

/// Loads a backup into an empty database, in one transaction: the tables as the migrations up to the backup's made them, its
/// rows, and then each table's rows are read back and compared with what the manifest says.
/// Throws Failure(Invalid, "damaged_backup") for rows that are not those that were written, Failure(Conflict, "backup_is_newer")
/// for a schema that `migrations` do not reach.
void load(storage::Database& database, const std::filesystem::path& folder, const Manifest& manifest, std::span<const storage::Migration> migrations, const Progress& progress);

}  // namespace rapport::backups

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "backups/tables.h"
#include "base/calendar.h"

namespace rapport::backups {

/// What a backup holds, as its manifest.json says it.
struct Manifest {
    struct Contents {
        Table table;
        std::int64_t rows = 0;
        std::string sha256;  // of the rows as write_rows() gives them
    };
    DateTime made_at;
    std::string version;  // of the program that made it
    std::string engine;
    int schema = 0;               // the highest migration the database had seen
    std::string key_fingerprint;  // tells whether a key is the one of its encrypted fields
    std::vector<Contents> tables;
};

constexpr std::string_view manifest_name = "manifest.json";

void write(const Manifest& manifest, const std::filesystem::path& folder);
/// Throws Failure(NotFound, "no_backup") when there is none in the folder, Failure(Invalid, "damaged_backup") when it cannot be
/// read, Failure(Conflict, "backup_is_newer") when this program does not know its format.
Manifest read_manifest(const std::filesystem::path& folder);

std::filesystem::path rows_file(const std::filesystem::path& folder, const Table& table);

}  // namespace rapport::backups

#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "backups/backup.h"
#include "storage/database.h"

namespace rapport::app {

struct KeptBackup {
    std::filesystem::path folder;
    backups::Manifest manifest;
};

/// The backups that are kept in a folder, the newest first; the folder itself may be one. Unfinished ones do not count.
std::vector<KeptBackup> kept_backups(const std::filesystem::path& folder);

/// The newest of them, made at that moment or before it. Throws Failure(NotFound, "no_backup") saying which there are.
KeptBackup choose_backup(const std::filesystem::path& folder, std::optional<DateTime> at);

/// Whether the key of encrypted fields is put beside the rows. Whoever has both can read everything.
enum class Key { Apart, Beside };

/// Backs up the database and the files of the workspace in `data` as a folder of its own in `folder`, named by the moment; answers it.
KeptBackup back_up(storage::Database& database, const std::filesystem::path& data, const std::filesystem::path& folder, Key key, const backups::Progress& progress);

/// Removes all but the newest backups.
void keep_newest(const std::filesystem::path& folder, std::size_t count);

}  // namespace rapport::app

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

/// Whether the contents of files go along with the database, or stay where they are kept.
enum class Contents { Along, Stay };

struct BackUp {
    std::filesystem::path data;    // the workspace's folder
    std::filesystem::path target;  // keeps backups, each in a folder of its own, named by the moment
    Key key = Key::Apart;
    Contents contents = Contents::Along;
};

/// Backs up the database and the contents of files; answers the backup.
KeptBackup back_up(storage::Database& database, const BackUp& wanted, const backups::Progress& progress);

/// Removes all but the newest backups.
void keep_newest(const std::filesystem::path& folder, std::size_t count);

}  // namespace rapport::app

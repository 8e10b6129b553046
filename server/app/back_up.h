#pragma once

#include <filesystem>

#include "backups/backup.h"
#include "backups/kept.h"
#include "storage/database.h"

namespace rapport::app {

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
backups::Kept back_up(storage::Database& database, const BackUp& wanted, const backups::Progress& progress);

}  // namespace rapport::app

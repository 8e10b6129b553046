#pragma once

#include <filesystem>

#include "app/back_up.h"
#include "app/workspace.h"
#include "records/check.h"

namespace rapport::app {

/// Makes a workspace from a backup: its database, then secrets and files, then this program's migrations, indexes and search.
/// `key` is the key of its encrypted fields. The folder has its name only when everything is in it.
/// Throws Failure(Conflict, "workspace_exists"), Failure(Invalid, "wrong_key"), and what backups::load() throws.
/// With Contents::Along the contents of files come into the folder, wherever they were kept; otherwise they stay there.
/// `finish` is done in the new workspace before the folder gets its name.
void restore(const backups::Kept& backup, const Location& location, const std::string& key, const backups::Progress& progress, Contents contents = Contents::Along,
             const std::function<void(Workspace&)>& finish = {});

/// The key that belongs to a backup: from `file`, or from the backup when that is empty. Throws Failure(NotFound, "key_missing").
std::string key_of(const backups::Kept& backup, const std::filesystem::path& file);

/// Restores the backup beside it, looks at everything in the new workspace, and removes it. Answers what was found.
std::vector<records::Finding> verify(const backups::Kept& backup, const std::string& key, const backups::Progress& progress);

}  // namespace rapport::app

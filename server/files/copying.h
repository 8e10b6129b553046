#pragma once

#include <functional>

#include "files/files.h"
#include "storage/blobs/folder_store.h"

namespace rapport::files {

/// Copies the contents that the database knows from one store to the other, comparing every byte; those that are there already
/// are left. What is missing or damaged is left out, told to the log, and found by check(). `incoming` is a folder beside
/// the target. Answers how many were copied.
std::int64_t copy_contents(storage::Database& database, const storage::blobs::Store& from, storage::blobs::Store& to, const std::filesystem::path& incoming, const std::function<void()>& progress);

/// What an earlier copy on the same disk has whole is shared with it, and takes no more room: contents never change.
void share_contents(storage::Database& database, const storage::blobs::FolderStore& before, storage::blobs::FolderStore& to);

/// Whether the workspace keeps its contents in a bucket, rather than in its own folder.
bool in_bucket(storage::Database& database);

/// Whether the database is of a version that has files at all.
bool has_contents(storage::Database& database);

}  // namespace rapport::files

#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "storage/blobs/s3_client.h"
#include "storage/blobs/store.h"
#include "storage/database.h"

namespace rapport::files {

/// Where a workspace keeps its contents: in a bucket, or in its own folder. The database says it, so that every server and
/// every command looks in the same place; the secret of a bucket is sealed with the workspace's key.
using Place = std::optional<storage::blobs::Bucket>;

/// As it stands in the database; empty for the folder.
std::string kept_place(storage::Session& session);
Place read_place(const std::string& kept);
void write_place(storage::Session& session, const Place& place);

std::unique_ptr<storage::blobs::Store> open_store(const Place& place, const std::filesystem::path& folder);

}  // namespace rapport::files

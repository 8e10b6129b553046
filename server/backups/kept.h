#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "backups/manifest.h"

namespace rapport::backups {

struct Kept {
    std::filesystem::path folder;
    Manifest manifest;
    std::optional<DateTime> verified_at;  // when it was restored for a try, and everything was as it should be
};

/// The backups that are kept in a folder, the newest first; the folder itself may be one. Unfinished ones do not count.
std::vector<Kept> kept(const std::filesystem::path& folder);

/// The first that was made at that moment or after it, which has all that was done until then; the newest where none was, or
/// no moment is given. Throws Failure(NotFound, "no_backup").
Kept choose(const std::filesystem::path& folder, std::optional<DateTime> at);

/// Notes beside it that it was restored for a try now, and everything was as it should be.
void note_verified(const std::filesystem::path& backup);

std::int64_t rows_of(const Manifest& manifest);
std::int64_t bytes_of(const std::filesystem::path& backup);

/// Removes all but the newest backups.
void keep_newest(const std::filesystem::path& folder, std::size_t count);

}  // namespace rapport::backups

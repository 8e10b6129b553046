#pragma once

#include <filesystem>

namespace rapport::app {

/// Reads the key for encrypted fields from `folder`/secrets/key, made at random at the first start, readable by its owner alone.
/// Throws Failure(Unavailable, "secrets_unreadable").
void load_secrets(const std::filesystem::path& folder);

}  // namespace rapport::app

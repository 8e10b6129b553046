#pragma once

#include <filesystem>
#include <string>

namespace rapport::app {

/// Reads the key for encrypted fields from `folder`/secrets/key, made at random at the first start, readable by its owner alone.
/// Throws Failure(Unavailable, "secrets_unreadable"), as the next ones do.
void load_secrets(const std::filesystem::path& folder);

std::string read_key(const std::filesystem::path& folder);
std::string read_key_file(const std::filesystem::path& file);
/// Puts the key where load_secrets() looks for it; one that is there is not replaced by another.
void write_key(const std::filesystem::path& folder, const std::string& key);
/// Tells keys apart without telling them.
std::string key_fingerprint(const std::string& key);

}  // namespace rapport::app

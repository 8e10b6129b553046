#include "app/secrets.h"

#include <fstream>
#include <random>
#include <string>

#include "base/failure.h"
#include "base/secret_box.h"
#include "base/sha256.h"

namespace rapport::app {
namespace {

constexpr std::size_t key_bytes = 32;

Failure unreadable(const std::filesystem::path& file, std::string_view why) {
    return Failure(FailureKind::Unavailable, "secrets_unreadable", "The key in " + file.string() + " cannot be used: " + std::string(why));
}

std::string random_key() {
    std::random_device source;
    std::string key;
    for (std::size_t i = 0; i < key_bytes; ++i) key += static_cast<char>(source());
    return key;
}

std::filesystem::path key_file(const std::filesystem::path& folder) { return folder / "secrets" / "key"; }

}  // namespace

void load_secrets(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(key_file(folder))) write_key(folder, random_key());
    SecretBox::set_current(read_key(folder));
}

std::string read_key(const std::filesystem::path& folder) { return read_key_file(key_file(folder)); }

std::string read_key_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string key((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (key.size() != key_bytes) throw unreadable(file, "it does not have 32 bytes. Bring it back from your backup.");
    return key;
}

void write_key(const std::filesystem::path& folder, const std::string& key) {
    const auto file = key_file(folder);
    if (std::filesystem::exists(file)) {
        if (read_key_file(file) == key) return;
        throw unreadable(file, "it is another one. Choose a folder without secrets.");
    }
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) throw unreadable(file, error.message());
    std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all, error);
    // Whole under its name, or not there: a start that is broken off, or a full disk, leaves no half of a key.
    const auto unfinished = file.string() + ".unfinished";
    std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
    std::filesystem::permissions(unfinished, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    out << key;
    out.close();
    if (!out) throw unreadable(file, "it cannot be written.");
    std::filesystem::rename(unfinished, file);
}

std::string key_fingerprint(const std::string& key) {
    Sha256 hash;
    hash.add("rapport key ");
    hash.add(key);
    return hash.finish().substr(0, 16);
}

}  // namespace rapport::app

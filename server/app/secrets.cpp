#include "app/secrets.h"

#include <fstream>
#include <random>
#include <string>

#include "base/failure.h"
#include "base/secret_box.h"

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

}  // namespace

void load_secrets(const std::filesystem::path& folder) {
    auto directory = folder / "secrets";
    auto file = directory / "key";
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (error) throw unreadable(file, error.message());
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
    if (!std::filesystem::exists(file)) {
        std::ofstream out(file, std::ios::binary);
        std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
        out << random_key();
        if (!out.flush()) throw unreadable(file, "it cannot be written.");
    }
    std::ifstream in(file, std::ios::binary);
    std::string key((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (key.size() != key_bytes) throw unreadable(file, "it does not have 32 bytes. Bring it back from your backup.");
    SecretBox::set_current(key);
}

}  // namespace rapport::app

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapport {

/// Makes text unreadable in the database and its backups: XChaCha20-Poly1305 under the workspace's key, which is kept
/// elsewhere. What was changed after sealing is not opened.
class SecretBox {
public:
    static constexpr std::size_t key_size = 32;

    /// Throws Failure(Invalid, "invalid_key") when the key has not 32 bytes.
    explicit SecretBox(std::string_view key);
    ~SecretBox();
    SecretBox(const SecretBox&) = delete;
    SecretBox& operator=(const SecretBox&) = delete;

    /// Base64. The same text is sealed differently each time, so sealed texts cannot be compared.
    std::string seal(std::string_view plain) const;
    /// Throws Failure(Internal, "cannot_decrypt") for another key's text, and for text that was changed.
    std::string open(std::string_view sealed) const;

    /// A further key that follows from this one and tells nothing about it.
    std::string derived_key(std::string_view purpose) const;

    /// Makes the key that of this process. Another key than before only while there are no other threads.
    static void set_current(std::string_view key);
    /// Throws Failure(Unavailable, "no_encryption_key") when there is none.
    static const SecretBox& current();

private:
    std::array<unsigned char, key_size> key_;
};

}  // namespace rapport

#include "base/secret_box.h"

#include <sodium.h>

#include <algorithm>
#include <memory>

#include "base/base64.h"
#include "base/failure.h"

namespace rapport {
namespace {

constexpr unsigned char format_version = 1;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t header_size = 1 + nonce_size;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::unique_ptr<const SecretBox>& current_box() {
    static std::unique_ptr<const SecretBox> box;
    return box;
}

}  // namespace

SecretBox::SecretBox(std::string_view key) {
    ensure(sodium_init() >= 0, "libsodium finds a source of random numbers");
    if (key.size() != key_size) throw Failure(FailureKind::Invalid, "invalid_key", "A key for encryption has 32 bytes.");
    std::copy(key.begin(), key.end(), key_.begin());
}

SecretBox::~SecretBox() { sodium_memzero(key_.data(), key_.size()); }

std::string SecretBox::seal(std::string_view plain) const {
    std::string out(header_size + plain.size() + tag_size, '\0');
    auto* bytes = reinterpret_cast<unsigned char*>(out.data());
    bytes[0] = format_version;
    unsigned char* nonce = bytes + 1;
    randombytes_buf(nonce, nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + header_size, nullptr, bytes_of(plain), plain.size(), nullptr, 0, nullptr, nonce,
                                               key_.data());
    return to_base64(out);
}

std::string SecretBox::open(std::string_view sealed) const {
    auto refuse = [] {
        return Failure(FailureKind::Internal, "cannot_decrypt",
                       "An encrypted value cannot be read: it was written with another key, or changed since.");
    };
    auto bytes = from_base64(sealed);
    if (!bytes || bytes->size() < header_size + tag_size || bytes->front() != format_version) throw refuse();
    std::string plain(bytes->size() - header_size - tag_size, '\0');
    int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr,
                                                            bytes_of(*bytes) + header_size, bytes->size() - header_size, nullptr, 0,
                                                            bytes_of(*bytes) + 1, key_.data());
    if (failed) throw refuse();
    return plain;
}

std::string SecretBox::derived_key(std::string_view purpose) const {
    std::string out(key_size, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), out.size(), bytes_of(purpose), purpose.size(), key_.data(), key_.size());
    return out;
}

void SecretBox::set_current(std::string_view key) {
    auto box = std::make_unique<const SecretBox>(key);
    // One that others are using stays: a backup is verified beside the workspace that it is of.
    if (!current_box() || current_box()->key_ != box->key_) current_box() = std::move(box);
}

const SecretBox& SecretBox::current() {
    if (!current_box())
        throw Failure(FailureKind::Unavailable, "no_encryption_key",
                      "Encrypted fields cannot be read or written: the server was started without the key of this workspace.");
    return *current_box();
}

}  // namespace rapport

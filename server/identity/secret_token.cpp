#include "identity/secret_token.h"

#include <sodium.h>

#include <array>

#include "base/failure.h"
#include "base/text.h"

namespace rapport::identity {
namespace {

constexpr std::size_t secret_bytes = 32;

std::string_view bytes_of(const std::array<unsigned char, secret_bytes>& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

const unsigned char* unsigned_bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

std::string new_secret() {
    ensure(sodium_init() >= 0, "libsodium starts");
    std::array<unsigned char, secret_bytes> random{};
    randombytes_buf(random.data(), random.size());
    std::string out(sodium_base64_encoded_len(secret_bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(out.data(), out.size(), random.data(), random.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    out.pop_back();  // the zero byte that C puts at the end
    return out;
}

std::string fingerprint(std::string_view secret) {
    std::array<unsigned char, secret_bytes> hash{};
    crypto_generichash(hash.data(), hash.size(), unsigned_bytes(secret), secret.size(), nullptr, 0);
    return text::hex(bytes_of(hash));
}

std::string derived_secret(std::string_view secret, std::string_view purpose) {
    std::array<unsigned char, secret_bytes> hash{};
    std::string key = fingerprint(secret).substr(0, crypto_generichash_KEYBYTES_MAX);
    crypto_generichash(hash.data(), hash.size(), unsigned_bytes(purpose), purpose.size(), unsigned_bytes(key), key.size());
    return text::hex(bytes_of(hash));
}

bool same_secret(std::string_view a, std::string_view b) { return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0; }

}  // namespace rapport::identity

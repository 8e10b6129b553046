#include "identity/passkeys/public_key.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>

#include <memory>

#include "base/failure.h"
#include "identity/passkeys/cbor_map.h"

namespace rapport::identity {
namespace {

template <auto release>
struct Release {
    void operator()(auto* pointer) const { release(pointer); }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Release<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Release<OSSL_PARAM_free>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;

// What COSE calls the parts of a key.
constexpr std::int64_t key_type = 1, key_algorithm = 3, curve = -1, x_part = -2, y_part = -3, modulus_part = -1, exponent_part = -2;
constexpr std::int64_t type_okp = 1, type_ec2 = 2, type_rsa = 3, curve_p256 = 1, curve_ed25519 = 6;
constexpr std::size_t coordinate_bytes = 32, least_modulus_bytes = 256, most_modulus_bytes = 512, most_exponent_bytes = 4;

const unsigned char* unsigned_bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

Key made(const char* type, const Builder& builder) {
    Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) != 1 || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) return nullptr;
    return Key(key);
}

Key elliptic(const CborMap& cose) {
    auto x = cose.bytes(x_part), y = cose.bytes(y_part);
    if (cose.number(key_type) != type_ec2 || cose.number(curve) != curve_p256 || !x || !y || x->size() != coordinate_bytes || y->size() != coordinate_bytes) return nullptr;
    const std::string point = "\x04" + *x + *y;
    Builder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    return made("EC", builder);
}

Key rsa(const CborMap& cose) {
    auto modulus = cose.bytes(modulus_part), exponent = cose.bytes(exponent_part);
    if (cose.number(key_type) != type_rsa || !modulus || !exponent || exponent->empty() || exponent->size() > most_exponent_bytes) return nullptr;
    if (modulus->size() < least_modulus_bytes || modulus->size() > most_modulus_bytes || modulus->front() == 0) return nullptr;
    Number n(BN_bin2bn(unsigned_bytes(*modulus), static_cast<int>(modulus->size()), nullptr));
    Number e(BN_bin2bn(unsigned_bytes(*exponent), static_cast<int>(exponent->size()), nullptr));
    Builder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    return made("RSA", builder);
}

Key edwards(const CborMap& cose) {
    auto x = cose.bytes(x_part);
    if (cose.number(key_type) != type_okp || cose.number(curve) != curve_ed25519 || !x || x->size() != coordinate_bytes) return nullptr;
    return Key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, unsigned_bytes(*x), x->size()));
}

Key key_of(PublicKey::Algorithm algorithm, const CborMap& cose) {
    switch (algorithm) {
        case PublicKey::Algorithm::EdDsa: return edwards(cose);
        case PublicKey::Algorithm::Es256: return elliptic(cose);
        case PublicKey::Algorithm::Rs256: return rsa(cose);
    }
    return nullptr;
}

/// A point on its curve, numbers that make an RSA key.
bool is_sound(const Key& key) {
    KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    return EVP_PKEY_public_check(context.get()) == 1;
}

std::string der_of(const Key& key) {
    unsigned char* bytes = nullptr;
    int size = i2d_PUBKEY(key.get(), &bytes);
    ensure(size > 0, "a key that was just made can be written");
    std::string der(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
    return der;
}

}  // namespace

std::optional<PublicKey> PublicKey::from_cose(std::string_view bytes, std::string_view& rest) {
    auto cose = CborMap::read(bytes, rest);
    if (!cose) return std::nullopt;
    for (Algorithm algorithm : algorithms) {
        if (cose->number(key_algorithm) != static_cast<std::int64_t>(algorithm)) continue;
        Key key = key_of(algorithm, *cose);
        if (key && is_sound(key)) return PublicKey(algorithm, der_of(key));
    }
    return std::nullopt;
}

bool PublicKey::verifies(std::string_view signature, std::string_view text) const {
    const unsigned char* place = unsigned_bytes(der_);
    Key key(d2i_PUBKEY(nullptr, &place, static_cast<long>(der_.size())));
    ensure(key != nullptr, "a key that is kept can be read");
    DigestContext context(EVP_MD_CTX_new());
    const EVP_MD* digest = algorithm_ == Algorithm::EdDsa ? nullptr : EVP_sha256();
    return EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), unsigned_bytes(signature), signature.size(), unsigned_bytes(text), text.size()) == 1;
}

std::string sha256_of(std::string_view bytes) {
    std::string out(EVP_MD_get_size(EVP_sha256()), '\0');
    ensure(EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(out.data()), nullptr, EVP_sha256(), nullptr) == 1, "SHA-256 is there");
    return out;
}

}  // namespace rapport::identity

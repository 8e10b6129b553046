#include "identity/testing/authenticator.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "base/base64.h"
#include "base/failure.h"
#include "identity/secret_token.h"

namespace rapport::identity::testing {
namespace {

constexpr unsigned char present = 0x01, verified = 0x04, made = 0x40;

std::string number_text(std::uint64_t value, int bytes) {
    std::string out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xff);
    return out;
}

std::string head(unsigned major, std::uint64_t value) {
    auto first = [&](unsigned low) { return std::string(1, static_cast<char>(major << 5 | low)); };
    if (value < 24) return first(static_cast<unsigned>(value));
    if (value < 0x100) return first(24) + number_text(value, 1);
    if (value < 0x10000) return first(25) + number_text(value, 2);
    return first(26) + number_text(value, 4);
}

std::string number_of(const EVP_PKEY* key, const char* name, int bytes) {
    BIGNUM* number = nullptr;
    ensure(EVP_PKEY_get_bn_param(key, name, &number) == 1, "a key has its parts");
    std::string out(static_cast<std::size_t>(bytes > 0 ? bytes : BN_num_bytes(number)), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(out.size()));
    BN_free(number);
    return out;
}

std::string client_data(const Authenticator::Said& said) {
    Json data = Json::Members{{"type", said.type}, {"challenge", said.challenge}, {"origin", said.origin}, {"crossOrigin", said.cross_origin}};
    return data.text();
}

std::string authenticator_data(const Authenticator::Said& said) {
    std::string out = sha256_of(said.party) + static_cast<char>(said.flags) + number_text(said.sign_count, 4);
    if (said.flags & made) out += said.model + number_text(said.credential.size(), 2) + said.credential + said.key;
    return out + said.extensions;
}

Json answer(const std::string& credential, Json::Members response) {
    return Json::Members{{"id", to_base64url(credential)}, {"rawId", to_base64url(credential)}, {"type", "public-key"}, {"response", std::move(response)}};
}

EVP_PKEY* generate(PublicKey::Algorithm algorithm, unsigned rsa_bits) {
    switch (algorithm) {
        case PublicKey::Algorithm::EdDsa: return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
        case PublicKey::Algorithm::Es256: return EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
        case PublicKey::Algorithm::Rs256: return EVP_RSA_gen(rsa_bits);
    }
    return nullptr;
}

}  // namespace

Authenticator::Authenticator(PublicKey::Algorithm algorithm, unsigned rsa_bits)
    : credential(new_secret()), algorithm_(algorithm), key_(generate(algorithm, rsa_bits), EVP_PKEY_free) {}

std::string Authenticator::cose() const {
    auto part = [](std::int64_t name, const std::string& value) { return cbor_number(name) + value; };
    const std::string algorithm = part(3, cbor_number(static_cast<std::int64_t>(algorithm_)));
    switch (algorithm_) {
        case PublicKey::Algorithm::EdDsa: {
            std::string x(32, '\0');
            std::size_t size = x.size();
            EVP_PKEY_get_raw_public_key(key_.get(), reinterpret_cast<unsigned char*>(x.data()), &size);
            return cbor_map(4) + part(1, cbor_number(1)) + algorithm + part(-1, cbor_number(6)) + part(-2, cbor_bytes(x));
        }
        case PublicKey::Algorithm::Es256:
            return cbor_map(5) + part(1, cbor_number(2)) + algorithm + part(-1, cbor_number(1)) + part(-2, cbor_bytes(number_of(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X, 32))) +
                   part(-3, cbor_bytes(number_of(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y, 32)));
        case PublicKey::Algorithm::Rs256:
            return cbor_map(4) + part(1, cbor_number(3)) + algorithm + part(-1, cbor_bytes(number_of(key_.get(), OSSL_PKEY_PARAM_RSA_N, 0))) +
                   part(-2, cbor_bytes(number_of(key_.get(), OSSL_PKEY_PARAM_RSA_E, 3)));
    }
    return {};
}

std::string Authenticator::signature(const std::string& text) const {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestSignInit(context.get(), nullptr, algorithm_ == PublicKey::Algorithm::EdDsa ? nullptr : EVP_sha256(), nullptr, key_.get());
    std::string out(static_cast<std::size_t>(EVP_PKEY_get_size(key_.get())), '\0');
    std::size_t size = out.size();
    auto bytes = [](const std::string& of) { return reinterpret_cast<const unsigned char*>(of.data()); };
    ensure(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, bytes(text), text.size()) == 1, "a key signs");
    out.resize(size);
    return out;
}

Json Authenticator::create(const Json& options, const std::string& origin, const Change& change) {
    if (user_handle_.empty()) user_handle_ = options["user"].string_or("id", "");
    Said said{"webauthn.create", options.string_or("challenge", ""), origin, options["rp"].string_or("id", ""), credential, user_handle_};
    said.flags = present | verified | made;
    said.sign_count = sign_count;
    said.key = cose();
    if (change) change(said);
    return answer(said.credential, {{"clientDataJSON", to_base64url(client_data(said))}, {"attestationObject", to_base64url(attestation_object(authenticator_data(said)))}});
}

Json Authenticator::get(const Json& options, const std::string& origin, const Change& change) {
    if (sign_count > 0) ++sign_count;
    Said said{"webauthn.get", options.string_or("challenge", ""), origin, options.string_or("rpId", ""), credential, user_handle_};
    said.flags = present | verified;
    said.sign_count = sign_count;
    if (change) change(said);
    const std::string data = authenticator_data(said), client = client_data(said);
    return answer(said.credential, {{"clientDataJSON", to_base64url(client)}, {"authenticatorData", to_base64url(data)}, {"signature", to_base64url(signature(data + sha256_of(client)))}, {"userHandle", said.user_handle}});
}

std::string cbor_number(std::int64_t value) { return value < 0 ? head(1, static_cast<std::uint64_t>(-1 - value)) : head(0, static_cast<std::uint64_t>(value)); }
std::string cbor_text(const std::string& value) { return head(3, value.size()) + value; }
std::string cbor_bytes(const std::string& value) { return head(2, value.size()) + value; }
std::string cbor_map(std::size_t pairs) { return head(5, pairs); }
std::string attestation_object(const std::string& authenticator_data) {
    return cbor_map(3) + cbor_text("fmt") + cbor_text("none") + cbor_text("attStmt") + cbor_map(0) + cbor_text("authData") + cbor_bytes(authenticator_data);
}

}  // namespace rapport::identity::testing

#pragma once

#include <openssl/types.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/json.h"
#include "identity/passkeys/public_key.h"

namespace rapport::identity::testing {

/// What a browser and an authenticator do with passkeys, for tests: one key, made by OpenSSL, and honest answers with it,
/// unless a test changes what they say.
class Authenticator {
public:
    explicit Authenticator(PublicKey::Algorithm algorithm = PublicKey::Algorithm::Es256, unsigned rsa_bits = 2048);

    /// All that goes into an answer.
    struct Said {
        std::string type, challenge, origin, party, credential, user_handle, model = std::string(16, '\0');
        bool cross_origin = false;
        unsigned char flags = 0;
        std::uint32_t sign_count = 0;
        std::string key;         // in COSE
        std::string extensions;  // in CBOR, after everything else
    };
    using Change = std::function<void(Said&)>;

    /// Answers to options of Passkeys, in a page of that origin.
    Json create(const Json& options, const std::string& origin, const Change& change = {});
    Json get(const Json& options, const std::string& origin, const Change& change = {});

    std::string credential;
    std::uint32_t sign_count = 0;  // of the next answer; stays 0 when it is

private:
    std::string cose() const;
    std::string signature(const std::string& text) const;

    PublicKey::Algorithm algorithm_;
    std::shared_ptr<EVP_PKEY> key_;
    std::string user_handle_;
};

// CBOR, as far as authenticators write it.
std::string cbor_number(std::int64_t value);
std::string cbor_text(const std::string& value);
std::string cbor_bytes(const std::string& value);
std::string cbor_map(std::size_t pairs);
/// With no attestation.
std::string attestation_object(const std::string& authenticator_data);

}  // namespace rapport::identity::testing

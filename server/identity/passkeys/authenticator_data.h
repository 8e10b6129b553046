#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/failure.h"
#include "identity/passkeys/public_key.h"

namespace rapport::identity {

/// What an authenticator says and signs. Source: Web Authentication Level 2, section 6.1.
struct AuthenticatorData {
    /// A passkey that was just made.
    struct Made {
        std::string model;  // AAGUID: "ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4"
        std::string credential;
        PublicKey key;
    };

    std::string party_hash;  // SHA-256 of the relying party's id
    bool user_present = false;
    bool user_verified = false;
    std::uint32_t sign_count = 0;
    std::optional<Made> made;

    /// Throws Failure(Invalid, "malformed_passkey") and ("unknown_passkey_algorithm").
    static AuthenticatorData parse(std::string_view bytes);
    /// The one in an attestation, of which nothing else is asked: who made the authenticator need not be proven.
    static AuthenticatorData from_attestation(std::string_view bytes);
};

/// Failure(Invalid, "malformed_passkey") that says which part of what the browser sent cannot be read.
Failure malformed_passkey(std::string_view part);

}  // namespace rapport::identity

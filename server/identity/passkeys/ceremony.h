#pragma once

#include <string>

#include "base/json.h"
#include "base/record_id.h"
#include "identity/passkeys/authenticator_data.h"
#include "identity/passkeys/challenges.h"
#include "identity/passkeys/relying_party.h"

namespace rapport::identity {

/// What a browser answers to navigator.credentials.create() and get(), with what both have in common checked: it is about
/// this challenge, made at this address, for this relying party, by somebody who was there and proved to the authenticator
/// who they are. Source: Web Authentication Level 2, sections 7.1 and 7.2.
struct Ceremony {
    /// Bound to one purpose and perhaps to one user.
    struct Expected {
        const RelyingParty& party;
        Challenges::Purpose purpose;
        RecordId user{};
    };

    std::string credential;  // its id
    std::string challenge;
    std::string client_data_hash;
    std::string authenticator_bytes;
    AuthenticatorData authenticator;

    /// `answer` as PublicKeyCredential.toJSON() writes it. Throws Failure(Invalid, "malformed_passkey"),
    /// ("unknown_passkey_algorithm"), ("stale_challenge"), ("wrong_origin") and ("not_verified").
    static Ceremony read(const Json& answer, const Expected& expected);
};

/// The bytes that a member of a browser's answer has. Throws Failure(Invalid, "malformed_passkey") when there are none.
std::string bytes_in(const Json& answer, std::string_view member, std::size_t most);

}  // namespace rapport::identity

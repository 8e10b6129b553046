#include "identity/passkeys/ceremony.h"

#include "base/base64.h"

namespace rapport::identity {
namespace {

constexpr std::size_t longest_credential = 1023, longest_client_data = 4096, longest_authenticator_data = 8192;

/// Answers the challenge.
std::string check_client_data(const std::string& bytes, const Ceremony::Expected& expected) {
    const Json data = Json::parse(bytes);
    const bool adding = expected.purpose == Challenges::Purpose::Add;
    if (data.string_or("type", "") != (adding ? "webauthn.create" : "webauthn.get")) throw malformed_passkey("clientDataJSON");
    std::string challenge = data.string_or("challenge", "");
    Challenges::check(challenge, expected.purpose, expected.user);
    if (data.string_or("origin", "") != expected.party.origin || data.boolean_or("crossOrigin", false))
        throw Failure(FailureKind::Invalid, "wrong_origin", "This passkey was used at another address than " + expected.party.origin + ". Open Rapport there, in a page of its own.");
    return challenge;
}

void check(const AuthenticatorData& authenticator, const RelyingParty& party) {
    if (authenticator.party_hash != sha256_of(party.id)) throw Failure(FailureKind::Invalid, "wrong_origin", "This passkey is for another address than " + party.origin + ".");
    if (!authenticator.user_present || !authenticator.user_verified)
        throw Failure(FailureKind::Invalid, "not_verified", "The authenticator did not check who you are. Set up a PIN, a fingerprint or a face in it, and try again.");
}

}  // namespace

std::string bytes_in(const Json& answer, std::string_view member, std::size_t most) {
    auto bytes = answer[member].is_string() ? from_base64url(answer[member].string()) : std::nullopt;
    if (!bytes || bytes->empty() || bytes->size() > most) throw malformed_passkey(member);
    return *std::move(bytes);
}

Ceremony Ceremony::read(const Json& answer, const Expected& expected) {
    Ceremony out;
    if (answer.string_or("type", "") != "public-key") throw malformed_passkey("type");
    out.credential = bytes_in(answer, "id", longest_credential);
    const Json& response = answer["response"];
    const std::string client_data = bytes_in(response, "clientDataJSON", longest_client_data);
    out.challenge = check_client_data(client_data, expected);
    out.client_data_hash = sha256_of(client_data);
    if (expected.purpose == Challenges::Purpose::Add) {
        out.authenticator = AuthenticatorData::from_attestation(bytes_in(response, "attestationObject", longest_authenticator_data));
    } else {
        out.authenticator_bytes = bytes_in(response, "authenticatorData", longest_authenticator_data);
        out.authenticator = AuthenticatorData::parse(out.authenticator_bytes);
    }
    check(out.authenticator, expected.party);
    return out;
}

}  // namespace rapport::identity

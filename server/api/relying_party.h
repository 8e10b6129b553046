#pragma once

#include "api/services.h"
#include "http/message.h"
#include "identity/passkeys/relying_party.h"

namespace rapport::api {

/// Whom passkeys are for: the public address that the server was told, or this machine itself. What the client says of the
/// address is believed in no other case.
std::optional<identity::RelyingParty> known_party(const Services& services, const http::Request& request);
/// The same, when the request comes from a page there.
/// Throws Failure(Conflict, "passkeys_unavailable") with what to do about it.
identity::RelyingParty relying_party(const Services& services, const http::Request& request);

}  // namespace rapport::api

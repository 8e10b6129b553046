#include "api/relying_party.h"

namespace rapport::api {
namespace {

Failure unavailable(const std::string& why) { return Failure(FailureKind::Conflict, "passkeys_unavailable", why); }

}  // namespace

std::optional<identity::RelyingParty> known_party(const Services& services, const http::Request& request) {
    if (services.public_address) return services.public_address;
    const std::string host(request.header("Host"));
    return identity::RelyingParty::is_local(host) ? std::optional(identity::RelyingParty::at("http://" + host)) : std::nullopt;
}

identity::RelyingParty relying_party(const Services& services, const http::Request& request) {
    const std::string_view origin = request.header("Origin");
    const std::string host(request.header("Host"));
    auto party = known_party(services, request);
    if (party && (origin.empty() || origin == party->origin)) return *std::move(party);
    if (services.public_address) throw unavailable("Passkeys are for " + party->origin + ", the address that this server was given. Open Rapport there.");
    if (identity::is_ip_address(host))
        throw unavailable("Browsers keep passkeys for names, and " + host + " is a bare IP address. Open Rapport by its name; on the machine itself, by localhost.");
    throw unavailable("This server does not know under which address people open it. Whoever runs it starts it with --public-address https://…, the address that stands in the browser.");
}

}  // namespace rapport::api

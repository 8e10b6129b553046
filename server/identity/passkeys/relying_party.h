#pragma once

#include <string>
#include <string_view>

namespace rapport::identity {

/// Whom a passkey is for: a name in the network, and the address under which browsers open it.
struct RelyingParty {
    std::string id;      // "crm.example.com"
    std::string origin;  // "https://crm.example.com"

    /// From an address as people type it. Throws Failure(Invalid, "invalid_public_address") for one at which browsers
    /// have no passkeys: without TLS, or without a name.
    static RelyingParty at(std::string_view address);
    /// The machine itself, where browsers have passkeys without TLS. `host` is "localhost" or "localhost:8080".
    static bool is_local(std::string_view host);
};

/// Whether a host, perhaps with a port, is a bare IP address.
bool is_ip_address(std::string_view host);

}  // namespace rapport::identity

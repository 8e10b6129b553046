#include "identity/passkeys/relying_party.h"

#include <algorithm>
#include <cctype>

#include "base/failure.h"
#include "base/text.h"

namespace rapport::identity {
namespace {

constexpr std::string_view tls = "https://", plain = "http://";

Failure invalid(std::string_view address, std::string_view why) {
    return Failure(FailureKind::Invalid, "invalid_public_address", text::quoted(address) + " cannot be the public address: " + std::string(why) + " Write it as https://crm.example.com.");
}

std::string_view without_port(std::string_view host) {
    auto colon = host.rfind(':');
    return colon == std::string_view::npos || host.ends_with(']') ? host : host.substr(0, colon);
}

bool is_port(std::string_view port) {
    return !port.empty() && port.size() <= 5 && std::all_of(port.begin(), port.end(), [](unsigned char c) { return std::isdigit(c); });
}

bool is_name(std::string_view host) {
    return !host.empty() && host.size() <= 253 && host.front() != '.' && host.back() != '.' &&
           std::all_of(host.begin(), host.end(), [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '.'; });
}

}  // namespace

RelyingParty RelyingParty::at(std::string_view address) {
    std::string lower = text::lower(address);
    if (lower.ends_with('/')) lower.pop_back();
    const bool secure = lower.starts_with(tls);
    if (!secure && !lower.starts_with(plain)) throw invalid(address, "it does not begin with https://.");
    const std::string_view scheme = secure ? tls : plain;
    std::string_view authority = std::string_view(lower).substr(scheme.size());
    if (authority.find('/') != std::string_view::npos) throw invalid(address, "it goes on after the host.");
    std::string_view host = without_port(authority);
    std::string_view port = authority.substr(host.size());
    if (!port.empty() && !is_port(port.substr(1))) throw invalid(address, "its port is no number.");
    if (is_ip_address(host)) throw invalid(address, "it is a bare IP address, and browsers keep passkeys for names alone.");
    if (!is_name(host)) throw invalid(address, "its host is no name (one with other letters is written as xn--…).");
    if (!secure && host != "localhost") throw invalid(address, "browsers have passkeys over https:// alone.");
    // As browsers write an origin: the usual port is left out.
    if (port == (secure ? ":443" : ":80")) port = {};
    return {std::string(host), std::string(scheme) + std::string(host) + std::string(port)};
}

bool RelyingParty::is_local(std::string_view host) {
    std::string_view name = without_port(host);
    return name == "localhost" && (name.size() == host.size() || is_port(host.substr(name.size() + 1)));
}

bool is_ip_address(std::string_view host) {
    if (host.starts_with('[')) return true;
    std::string_view name = without_port(host);
    std::string_view last = name.substr(name.rfind('.') + 1);
    return !last.empty() && std::all_of(last.begin(), last.end(), [](unsigned char c) { return std::isdigit(c); });
}

}  // namespace rapport::identity

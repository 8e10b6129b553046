#pragma once

#include <functional>
#include <optional>

#include "api/call.h"
#include "api/services.h"
#include "http/message.h"
#include "records/operation.h"
#include "security/actor.h"

namespace rapport::api {

constexpr std::string_view session_cookie = "rapport_session";

/// Who sent a request, and by which road.
struct Caller {
    security::Actor actor;
    records::Source source;
};

/// By bearer token, or by session cookie; a cookie alone changes nothing without the CSRF token.
/// Throws Failure(Unauthenticated, "not_logged_in"), Failure(Forbidden, "csrf_token_missing").
Caller authenticate(Services& services, const http::Request& request);

/// For what changes something without anybody being logged in: a browser keeps the session that answers a form, whoever sent it,
/// and somebody would go on under a stranger's name. Throws Failure(Forbidden, "another_site").
void refuse_other_sites(const http::Request& request);

/// The one who is logged in, after their password was compared.
/// Throws Failure(Invalid, "wrong_password"), and Failure(TooMany) as a log-in does.
security::Directory::Person prove_by_password(Call& call, std::string_view password);

/// Where a request comes from.
identity::Device device_of(const http::Request& request);
/// Opens a session of that person, who has proved who they are, and answers with its cookie.
http::Response opened_session(Services& services, const http::Request& request, RecordId person, identity::Identity::Proof proof = identity::Identity::Proof::Password);
/// The cookie of a session, for so long; where people open the server by https, it goes that way alone.
std::string session_cookie_text(const std::optional<identity::RelyingParty>& public_address, std::string_view token, std::int64_t seconds);

/// For an answer that goes on for long: who sent the request, with the rights that they have when it is asked; nobody
/// once they have been logged out or switched off. Asking is no use of the session.
std::function<std::optional<security::Actor>()> authenticate_later(Services& services, const http::Request& request);

}  // namespace rapport::api

#pragma once

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

}  // namespace rapport::api

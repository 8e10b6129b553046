#include "api/authentication.h"

#include "identity/secret_token.h"
#include "security/last_login.h"

namespace rapport::api {
namespace {

Failure not_logged_in(const std::string& why) { return Failure(FailureKind::Unauthenticated, "not_logged_in", why); }

bool changes_something(http::Method method) { return method != http::Method::Get && method != http::Method::Head && method != http::Method::Options; }

constexpr std::string_view scheme = "Bearer ";

Caller by_token(Services& services, std::string_view authorization) {
    if (!authorization.starts_with(scheme)) throw not_logged_in("The Authorization header takes a token: Bearer rpt_….");
    auto user = services.identity.find_token(authorization.substr(scheme.size()));
    if (!user) throw not_logged_in("This token is not known, or was revoked.");
    return {services.directory.actor(*user), records::Source::Api};
}

Caller by_session(Services& services, const http::Request& request, std::string_view cookie) {
    auto session = services.identity.find_session(cookie);
    if (!session) throw not_logged_in("Your session has ended. Log in again: nothing you saved is lost.");
    if (changes_something(request.method) && !identity::same_secret(request.header("X-CSRF-Token"), session->csrf_token))
        throw Failure(FailureKind::Forbidden, "csrf_token_missing", "A request that changes something needs the X-CSRF-Token header, with the token of GET /api/v1/me.");
    security::Actor actor = services.directory.actor(session->user);
    constexpr std::int64_t lifetime = std::chrono::microseconds(identity::Identity::proof_lifetime).count();
    if (DateTime::now().microseconds() - session->proved_at.microseconds() >= lifetime) actor.ask_again();
    return {std::move(actor), records::Source::Screen};
}

}  // namespace

Caller authenticate(Services& services, const http::Request& request) {
    if (auto authorization = request.header("Authorization"); !authorization.empty()) return by_token(services, authorization);
    if (auto cookie = request.cookie(session_cookie)) return by_session(services, request, *cookie);
    throw not_logged_in("Log in first: POST /api/v1/session, or send a token.");
}

std::function<std::optional<security::Actor>()> authenticate_later(Services& services, const http::Request& request) {
    std::string_view authorization = request.header("Authorization");
    std::string secret(authorization.empty() ? request.cookie(session_cookie).value_or("") : authorization.substr(std::min(scheme.size(), authorization.size())));
    return [&identity = services.identity, &directory = services.directory, secret]() -> std::optional<security::Actor> {
        auto user = identity.holder(secret);
        auto person = user ? directory.find(*user) : std::nullopt;
        if (!person || !person->active || person->is_queue()) return std::nullopt;
        return directory.actor(*user);
    };
}

std::string session_cookie_text(const std::optional<identity::RelyingParty>& public_address, std::string_view token, std::int64_t seconds) {
    // Lax, not Strict: a link in a mail opens the record in the session that is there.
    const bool secure = public_address && public_address->origin.starts_with("https://");
    return std::string(session_cookie) + "=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(seconds) + (secure ? "; Secure" : "");
}

void refuse_other_sites(const http::Request& request) {
    // What is no browser does not say so, nor is one that was typed an address.
    const std::string_view site = request.header("Sec-Fetch-Site");
    if (!site.empty() && site != "same-origin" && site != "none")
        throw Failure(FailureKind::Forbidden, "another_site", "A page of another site sent this. Open Rapport itself, and log in there.");
}

identity::Device device_of(const http::Request& request) { return {request.remote_address, std::string(request.header("User-Agent"))}; }

security::Directory::Person prove_by_password(Call& call, std::string_view password) {
    auto person = call.services.directory.find(call.actor().user());
    ensure(person.has_value(), "whoever is logged in is known");
    if (!call.services.identity.verify_password(person->id, password, person->email, call.request.remote_address))
        throw Failure(FailureKind::Invalid, "wrong_password", "The password is not right.", {{"password", "wrong_password", "This is not your password."}});
    return *std::move(person);
}

http::Response opened_session(Services& services, const http::Request& request, RecordId user, identity::Identity::Proof proof) {
    auto person = services.directory.find(user);
    ensure(person.has_value(), "a session is opened for somebody");
    auto opened = services.identity.open_session(user, device_of(request), proof, [user](storage::Session& session) { security::note_login(session, user, DateTime::now()); });
    auto response = http::Response::json(201, "");
    JsonWriter out(response.body);
    out.begin_object().member("csrf_token", opened.csrf_token).key("user").begin_object();
    out.member("id", person->id.text()).member("name", person->name).member("email", person->email).end_object().end_object();
    response.set("Set-Cookie", session_cookie_text(services.public_address, opened.token, std::chrono::duration_cast<std::chrono::seconds>(identity::Identity::session_lifetime).count()));
    response.set("Cache-Control", "no-store");
    return response;
}

}  // namespace rapport::api

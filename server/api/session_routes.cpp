#include "api/authentication.h"
#include "api/route.h"
#include "base/text.h"
#include "identity/secret_token.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

http::Response log_in(Call& call) {
    Json body = call.body();
    std::string email = text::lower(text::trim(body.string_or("email", "")));
    auto person = call.services.directory.find(email);
    bool active = person && person->active;
    bool right = call.services.identity.verify_password(active ? std::optional(person->id) : std::nullopt, body.string_or("password", ""), email, call.request.remote_address);
    if (!right) throw Failure(FailureKind::Unauthenticated, "wrong_credentials", "The e-mail address or the password is wrong.");
    return opened_session(call.services, call.request, person->id);
}

http::Response log_out(Call& call) {
    if (auto token = call.request.cookie(session_cookie)) call.services.identity.close_session(*token);
    http::Response response;
    response.status = 204;
    response.set("Set-Cookie", session_cookie_text(call.services.public_address, "", 0));
    return response;
}

/// One row of a query as a JSON object; null when there is none. For what everybody may know of themselves.
void write_row(storage::Session& session, JsonWriter& out, std::string_view sql, std::initializer_list<Value> parameters, std::initializer_list<std::string_view> names) {
    auto row = session.query(sql, parameters);
    if (!row->next()) {
        out.null();
        return;
    }
    out.begin_object();
    int column = 0;
    for (std::string_view name : names) {
        Cell cell = row->cell(column++);
        out.key(name);
        if (cell.is_null()) out.null();
        else if (cell.is_integer() && name.ends_with("id")) out.string(RecordId(cell.integer()).text());
        else if (cell.is_integer()) out.integer(cell.integer());
        else out.string(cell.text());
    }
    out.end_object();
}

void write_names(JsonWriter& out, std::string_view key, const std::vector<std::string>& names) {
    if (names.empty()) return;
    out.key(key).begin_array();
    for (const std::string& name : names) out.string(name);
    out.end_array();
}

http::Response who_am_i(Call& call) {
    const security::Rights& rights = call.actor().rights();
    auto response = http::Response::json(200, "");
    call.services.database.read([&](storage::Session& session) {
        response.body.clear();
        JsonWriter out(response.body);
        out.begin_object().key("user");
        write_row(session, out, R"(SELECT id, name, email, locale, language, time_zone, first_weekday FROM "user" WHERE id = ?1)", {call.actor().user().number()},
                  {"id", "name", "email", "locale", "language", "time_zone", "first_weekday"});
        out.key("role");
        write_row(session, out, R"(SELECT r.id, r.name FROM "user" u JOIN "role" r ON r.id = u.role_id WHERE u.id = ?1)", {call.actor().user().number()}, {"id", "name"});
        out.key("roles").begin_array();
        for (RecordId role : call.services.directory.roles_of(call.actor().user())) out.string(role.text());
        out.end_array().key("organization");
        write_row(session, out, "SELECT id, name, currency_code, locale, language, time_zone, fiscal_year_start_month FROM organization WHERE deleted_at IS NULL ORDER BY id LIMIT 1", {},
                  {"id", "name", "currency_code", "locale", "language", "time_zone", "fiscal_year_start_month"});
        out.member("administrator", rights.is_administrator()).key("permissions").begin_object();
        out.member("import", rights.may(security::Permission::Import)).member("export", rights.may(security::Permission::Export)).end_object().key("csrf_token");
        auto active = call.request.cookie(session_cookie) ? call.services.identity.find_session(*call.request.cookie(session_cookie)) : std::nullopt;
        if (active) out.string(active->csrf_token);
        else out.null();
        out.key("objects").begin_object();
        for (const auto& object : call.catalogue->objects()) {
            if (!rights.may(security::ObjectRight::Read, object)) continue;
            out.key(object.name).begin_object();
            out.member("create", rights.may(security::ObjectRight::Create, object)).member("read", true);
            out.member("update", rights.may(security::ObjectRight::Update, object)).member("delete", rights.may(security::ObjectRight::Delete, object));
            write_names(out, "closed_actions", rights.closed_actions(object));
            write_names(out, "closed_record_types", rights.closed_record_types(object));
            out.end_object();
        }
        out.end_object().end_object();
    });
    response.set("Cache-Control", "no-store");
    return response;
}

void write_moment(JsonWriter& out, std::string_view key, const std::optional<DateTime>& moment) {
    out.key(key);
    if (moment) out.string(moment->text());
    else out.null();
}

http::Response list_sessions(Call& call) {
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    auto cookie = call.request.cookie(session_cookie);
    const std::string current = cookie ? identity::fingerprint(*cookie) : "";
    out.begin_object().key("sessions").begin_array();
    for (const auto& session : call.services.identity.sessions(call.actor().user())) {
        out.begin_object().member("id", session.id).member("device", session.device.name).member("address", session.device.address);
        out.member("created_at", session.created_at.text()).member("used_at", session.used_at.text()).member("current", session.id == current).end_object();
    }
    out.end_array().end_object();
    return response;
}

http::Response close_session(Call& call) {
    if (!call.services.identity.close_session(call.actor().user(), call.path("id"))) throw Failure(FailureKind::NotFound, "not_found", "You have no such session.");
    return no_content();
}

http::Response list_tokens(Call& call) {
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("tokens").begin_array();
    for (const auto& token : call.services.identity.tokens(call.actor().user())) {
        out.begin_object().member("id", token.id).member("name", token.name).member("created_at", token.created_at.text());
        write_moment(out, "used_at", token.used_at);
        write_moment(out, "expires_at", token.expires_at);
        out.end_object();
    }
    out.end_array().end_object();
    return response;
}

http::Response create_token(Call& call) {
    Json body = call.body();
    std::optional<DateTime> expires_at;
    if (!body["expires_at"].is_null()) expires_at = value_or_throw(DateTime::parse(body["expires_at"].string()));
    std::string name = body.string_or("name", "");
    std::string token = call.services.identity.create_token(call.actor().user(), name, expires_at);
    auto response = http::Response::json(201, "");
    JsonWriter(response.body).begin_object().member("token", token).member("name", name).end_object();
    response.set("Cache-Control", "no-store");
    return response;
}

http::Response revoke_token(Call& call) {
    if (!call.services.identity.revoke_token(call.actor().user(), call.path("id"))) throw Failure(FailureKind::NotFound, "not_found", "You have no such token.");
    return no_content();
}

/// An administrator sets anybody's password, everybody their own with the present one.
http::Response set_password(Call& call) {
    auto person = call.services.directory.find(value_or_throw(RecordId::parse(call.path("id"))));
    bool own = person && person->id == call.actor().user();
    if (!own && !call.actor().rights().is_administrator()) throw Failure(FailureKind::Forbidden, "administrator_needed", "Only an administrator sets the password of somebody else.");
    if (!person || person->is_queue()) throw Failure(FailureKind::NotFound, "unknown_user", "There is no such user.");
    Json body = call.body();
    if (own && !call.services.identity.verify_password(person->id, body.string_or("current", ""), person->email, call.request.remote_address))
        throw Failure(FailureKind::Invalid, "wrong_password", "The present password is not right.", {{"current", "wrong_password", "This is not the present password."}});
    call.services.identity.set_password(person->id, body.string_or("password", ""), call.actor().user());
    return no_content();
}

}  // namespace

std::vector<Route> session_routes() {
    using enum http::Method;
    return {
        {Post, "/session", Door::Anyone, http::Where::Worker, log_in, "logIn", "Log in with e-mail address and password"},
        {Delete, "/session", Door::LoggedIn, http::Where::Worker, log_out, "logOut", "End the session"},
        {Get, "/sessions", Door::LoggedIn, http::Where::Worker, list_sessions, "listSessions", "Where you are logged in"},
        {Delete, "/sessions/{id}", Door::LoggedIn, http::Where::Worker, close_session, "closeSession", "End one of your sessions"},
        {Get, "/tokens", Door::LoggedIn, http::Where::Worker, list_tokens, "listTokens", "Your tokens for programs"},
        with(Proof::Recent, {Post, "/tokens", Door::LoggedIn, http::Where::Worker, create_token, "createToken", "Make a token; it is shown this once"}),
        {Delete, "/tokens/{id}", Door::LoggedIn, http::Where::Worker, revoke_token, "revokeToken", "Revoke one of your tokens"},
        with(Proof::RecentForOthers, {Put, "/users/{id}/password", Door::LoggedIn, http::Where::Worker, set_password, "setPassword", "Set a user's password; their sessions end"}),
        {Get, "/me", Door::LoggedIn, http::Where::Worker, who_am_i, "getMe", "Who is logged in, and what they may do"},
    };
}

}  // namespace rapport::api

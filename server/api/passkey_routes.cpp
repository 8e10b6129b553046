#include "api/authentication.h"
#include "api/relying_party.h"
#include "api/route.h"

namespace rapport::api {
namespace {

http::Response options_response(const Json& options) {
    auto response = http::Response::json(200, options.text());
    response.set("Cache-Control", "no-store");
    return response;
}

http::Response begin_log_in(Call& call) { return options_response(identity::Passkeys::request_options(relying_party(call.services, call.request))); }

http::Response log_in(Call& call) {
    const RecordId user = call.services.identity.passkeys().prove(relying_party(call.services, call.request), call.body(), device_of(call.request));
    auto person = call.services.directory.find(user);
    if (!person || !person->active || person->is_queue()) throw identity::unknown_passkey();
    return opened_session(call.services, call.request, user, identity::Identity::Proof::Passkey);
}

void write_passkey(JsonWriter& out, const identity::PasskeyEntry& passkey) {
    out.begin_object().member("id", passkey.id).member("name", passkey.name).member("address", passkey.party).member("created_at", passkey.created_at.text()).key("used_at");
    if (passkey.used_at) out.string(passkey.used_at->text());
    else out.null();
    out.end_object();
}

http::Response passkeys_response(Call& call, RecordId user) {
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("passkeys").begin_array();
    for (const auto& passkey : call.services.identity.passkeys().list(user)) write_passkey(out, passkey);
    out.end_array().end_object();
    return response;
}

http::Response list(Call& call) { return passkeys_response(call, call.actor().user()); }

/// With the password: whoever finds an open browser shall not make themselves a key to it.
http::Response begin(Call& call) {
    const auto party = relying_party(call.services, call.request);
    const auto person = prove_by_password(call, call.body().string_or("password", ""));
    return options_response(call.services.identity.passkeys().creation_options(party, {person.id, person.email, person.name}));
}

http::Response add(Call& call) {
    const Json body = call.body();
    const auto made = call.services.identity.passkeys().add(relying_party(call.services, call.request), call.actor().user(), body["passkey"], body.string_or("name", "Passkey"), device_of(call.request));
    auto response = http::Response::json(201, "");
    JsonWriter out(response.body);
    write_passkey(out, made);
    return response;
}

Failure no_such_passkey() { return Failure(FailureKind::NotFound, "not_found", "You have no such passkey."); }

http::Response rename(Call& call) {
    if (!call.services.identity.passkeys().rename(call.actor().user(), call.path("id"), call.body().string_or("name", ""))) throw no_such_passkey();
    return no_content();
}

http::Response remove(Call& call) {
    if (!call.services.identity.passkeys().remove(call.actor().user(), call.path("id"), device_of(call.request))) throw no_such_passkey();
    return no_content();
}

/// The person in the path: oneself, or for administrators anybody.
RecordId person_in_path(const Call& call) {
    auto person = call.services.directory.find(value_or_throw(RecordId::parse(call.path("id"))));
    if ((!person || person->id != call.actor().user()) && !call.actor().rights().is_administrator())
        throw Failure(FailureKind::Forbidden, "administrator_needed", "Only an administrator may ask this of somebody else.");
    if (!person || person->is_queue()) throw Failure(FailureKind::NotFound, "unknown_user", "There is no such user.");
    return person->id;
}

http::Response list_of_user(Call& call) { return passkeys_response(call, person_in_path(call)); }

http::Response remove_of_user(Call& call) {
    call.services.identity.remove_passkeys(person_in_path(call), call.actor().user());
    return no_content();
}

http::Response events_of_user(Call& call) {
    constexpr std::int64_t usual = 20, most = 200;
    const auto events = call.services.identity.account_events(person_in_path(call), call.number("limit", usual, 1, most));
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("events").begin_array();
    for (const auto& event : events) {
        auto by = event.by ? call.services.directory.find(event.by) : std::nullopt;
        out.begin_object().member("kind", identity::name_of(event.kind)).member("happened_at", event.at.text()).member("by", by ? by->name : "");
        out.member("passkey", event.passkey).member("address", event.device.address).member("device", event.device.name).end_object();
    }
    out.end_array().end_object();
    return response;
}

}  // namespace

std::vector<Route> passkey_routes() {
    using enum http::Method;
    return {
        {Post, "/session/passkey/options", Door::Anyone, http::Where::Worker, begin_log_in, "beginPasskeyLogIn", "What a browser needs to ask for a passkey", Effect::None},
        {Post, "/session/passkey", Door::Anyone, http::Where::Worker, log_in, "logInWithPasskey", "Log in with what a passkey has signed"},
        {Get, "/passkeys", Door::LoggedIn, http::Where::Worker, list, "listPasskeys", "Your passkeys"},
        {Post, "/passkeys/options", Door::LoggedIn, http::Where::Worker, begin, "beginPasskey", "With the password: what a browser needs to make a passkey", Effect::None},
        {Post, "/passkeys", Door::LoggedIn, http::Where::Worker, add, "addPasskey", "Keep a passkey that a browser has made"},
        {Patch, "/passkeys/{id}", Door::LoggedIn, http::Where::Worker, rename, "renamePasskey", "Rename one of your passkeys"},
        {Delete, "/passkeys/{id}", Door::LoggedIn, http::Where::Worker, remove, "removePasskey", "Remove one of your passkeys"},
        {Get, "/users/{id}/passkeys", Door::LoggedIn, http::Where::Worker, list_of_user, "listUserPasskeys", "Somebody's passkeys"},
        with(Proof::Recent, {Delete, "/users/{id}/passkeys", Door::Administrator, http::Where::Worker, remove_of_user, "removeUserPasskeys", "Remove all passkeys of somebody; their sessions end"}),
        {Get, "/users/{id}/account_events", Door::LoggedIn, http::Where::Worker, events_of_user, "listAccountEvents", "When and how somebody logged in, and what became of their password and passkeys"},
    };
}

}  // namespace rapport::api

#include "api/authentication.h"
#include "api/relying_party.h"
#include "api/route.h"

namespace rapport::api {
namespace {

std::string_view session_of(const Call& call) {
    auto token = call.request.header("Authorization").empty() ? call.request.cookie(session_cookie) : std::nullopt;
    if (!token) throw Failure(FailureKind::Invalid, "no_session", "Only the session of a browser is confirmed: tokens are not asked who they are.");
    return *token;
}

/// A passkey that does not fit is no end of the session.
RecordId holder_of_passkey(Call& call, const Json& passkey) {
    try {
        return call.services.identity.passkeys().prove(relying_party(call.services, call.request), passkey, device_of(call.request));
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::Unauthenticated) throw;
        throw Failure(FailureKind::Invalid, failure.code(), failure.what());
    }
}

void note_proof(Call& call, DateTime at) {
    if (!call.services.identity.note_proof(session_of(call), at)) throw Failure(FailureKind::Unauthenticated, "not_logged_in", "Your session has ended. Log in again: nothing you saved is lost.");
}

http::Response prove(Call& call) {
    session_of(call);
    const Json body = call.body();
    if (body["passkey"].is_null()) prove_by_password(call, body.string_or("password", ""));
    else if (holder_of_passkey(call, body["passkey"]) != call.actor().user())
        throw Failure(FailureKind::Invalid, "wrong_passkey", "This passkey is of somebody else. Use one of your own, or your password.");
    note_proof(call, DateTime::now());
    return no_content();
}

http::Response is_proved(Call&) { return no_content(); }

http::Response take_back(Call& call) {
    note_proof(call, DateTime());
    return no_content();
}

}  // namespace

std::vector<Route> proof_routes() {
    using enum http::Method;
    return {
        with(Proof::Recent, {Get, "/session/proof", Door::LoggedIn, http::Where::Worker, is_proved, "checkProof", "Whether what asks for a proof may be done now"}),
        {Post, "/session/proof", Door::LoggedIn, http::Where::Worker, prove, "proveIdentity", "Prove again, by password or passkey, whose session it is"},
        {Delete, "/session/proof", Door::LoggedIn, http::Where::Worker, take_back, "takeProofBack", "Have the session asked again before what needs a proof"},
    };
}

}  // namespace rapport::api

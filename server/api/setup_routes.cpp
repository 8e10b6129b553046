#include "api/authentication.h"
#include "api/relying_party.h"
#include "api/route.h"
#include "base/text.h"
#include "onboarding/first_data.h"

namespace rapport::api {
namespace {

/// Whether the workspace waits for its first administrator, and at which address passkeys log in. Nothing else is told to strangers.
http::Response is_set_up(Call& call) {
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    auto party = known_party(call.services, call.request);
    out.begin_object().member("needed", onboarding::is_new(call.services.database)).key("passkeys");
    if (party) out.string(party->origin);
    else out.null();
    out.end_object();
    response.set("Cache-Control", "no-store");
    return response;
}

std::string given(const Json& body, std::string_view name) { return std::string(text::trim(body.string_or(name, ""))); }

/// Hooks and field types check the rest; what they would fill in is asked for here.
onboarding::FirstData read_first_data(const Json& body) {
    onboarding::FirstData first;
    first.organization = given(body, "organization");
    first.first_name = given(body, "first_name");
    first.last_name = given(body, "last_name");
    first.email = given(body, "email");
    first.password = body.string_or("password", "");
    first.currency_code = given(body, "currency_code");
    for (auto [name, value] : {std::pair{"locale", &first.locale}, {"language", &first.language}, {"time_zone", &first.time_zone}})
        if (std::string chosen = given(body, name); !chosen.empty()) *value = chosen;
    std::vector<Problem> missing;
    for (auto [name, value] : {std::pair{"organization", &first.organization}, {"last_name", &first.last_name}, {"email", &first.email}, {"currency_code", &first.currency_code}})
        if (value->empty()) missing.push_back({name, "required", "This is needed."});
    if (!missing.empty()) throw Failure(FailureKind::Invalid, "validation_failed", "Something is missing.", std::move(missing));
    return first;
}

http::Response set_up(Call& call) {
    Json body = call.body();
    call.services.setup_code.check(body.string_or("setup_code", ""), call.request.remote_address);
    RecordId administrator = onboarding::make_first_data(call.services.records, read_first_data(body));
    return opened_session(call.services, call.request, administrator);
}

}  // namespace

std::vector<Route> setup_routes() {
    using enum http::Method;
    return {
        {Get, "/setup", Door::Anyone, http::Where::Worker, is_set_up, "getSetup", "Whether the workspace waits for its first administrator, and at which address passkeys log in"},
        {Post, "/setup", Door::Anyone, http::Where::Worker, set_up, "setUp", "Make the first administrator and what a workspace begins with, with the code that the server has printed; logs in"},
    };
}

}  // namespace rapport::api

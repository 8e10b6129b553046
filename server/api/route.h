#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "api/call.h"
#include "http/message.h"
#include "http/server.h"

namespace rapport::api {

/// Who may come through a door at all. What they may do behind it is decided by the layers below.
enum class Door { Anyone, LoggedIn, Administrator };

/// What a route does besides answering; GET does nothing.
enum class Effect {
    Records,  // changes records, all through Call::apply()
    Other,    // changes something
    None,
};

/// How a request brings what it has to say.
enum class Body {
    Json,  // or nothing
    Form,  // multipart/form-data with a file: what it holds reaches the route as JSON (upload.h)
};

/// Whether a session has to have proved lately who it is: before what could hand the workspace over, or carry it away.
/// Records say so themselves (metadata::Object::gives_access).
enum class Proof {
    Opening,          // being logged in is enough
    Recent,
    RecentForOthers,  // of somebody else than the {id} in the path, who is asked for the password by the route itself
};

/// One entry of the route table, with what OpenAPI says about it.
struct Route {
    http::Method method;
    std::string_view pattern;  // below /api/v1
    Door door;
    http::Where where;
    std::function<http::Response(Call&)> handle;
    std::string_view operation;  // OpenAPI operationId
    std::string_view summary;
    Effect effect = Effect::Other;
    Body body = Body::Json;
    Proof proof = Proof::Opening;

    /// What handle() answers, with the number of the change set that the request made.
    http::Response answer(Call& call) const;
    bool changes_something() const { return method != http::Method::Get && effect != Effect::None; }
};

/// A route that wants a proof.
Route with(Proof proof, Route route);

/// 204: it is done, and there is nothing to say.
http::Response no_content();

// Each file of routes offers its part of the table.
std::vector<Route> record_routes();
std::vector<Route> access_routes();
std::vector<Route> change_set_routes();
std::vector<Route> query_routes();
std::vector<Route> search_routes();
std::vector<Route> duplicate_routes();
std::vector<Route> batch_routes();
std::vector<Route> metadata_routes();
std::vector<Route> type_change_routes();
std::vector<Route> deleted_field_routes();
std::vector<Route> session_routes();
std::vector<Route> proof_routes();
std::vector<Route> passkey_routes();
std::vector<Route> personal_routes();
std::vector<Route> mention_routes();
std::vector<Route> tag_routes();
std::vector<Route> notification_routes();
std::vector<Route> import_routes();
std::vector<Route> file_routes();
std::vector<Route> event_routes();
std::vector<Route> job_routes();
std::vector<Route> trash_routes();
std::vector<Route> setup_routes();
std::vector<Route> backup_routes();
std::vector<Route> system_routes();

/// The whole table, in one list.
const std::vector<Route>& routes();

}  // namespace rapport::api

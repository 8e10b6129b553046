#include "api/route.h"

namespace rapport::api {
namespace {

/// What one wants to know of a server before anything else.
http::Response describe(Call& call) {
    auto response = http::Response::json(200, "");
    JsonWriter(response.body).begin_object().member("version", call.services.version).member("database", call.services.database.dialect().name()).end_object();
    return response;
}

}  // namespace

std::vector<Route> system_routes() {
    return {{http::Method::Get, "/system", Door::Administrator, http::Where::Worker, describe, "getSystem", "Which version of the program answers, and on which database"}};
}

}  // namespace rapport::api

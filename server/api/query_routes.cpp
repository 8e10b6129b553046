#include "api/list_request.h"
#include "api/route.h"

namespace rapport::api {
namespace {

http::Response run_query(Call& call) {
    Json body = call.body();
    query::Select select = query::parse_soql(body["soql"].string());
    select.cursor = body.string_or("cursor", "");
    auto compile = [&](const security::Asking& asking) { return security::compile(select, asking, call.services.database.dialect()); };
    return answer_page(call, query::Restricted::Trash::Exclude, compile, greatest_limit);
}

}  // namespace

std::vector<Route> query_routes() {
    return {{http::Method::Post, "/query", Door::LoggedIn, http::Where::Worker, run_query, "runQuery", "Ask in SOQL"}};
}

}  // namespace rapport::api

#include "api/route.h"

namespace rapport::api {

http::Response Route::answer(Call& call) const {
    http::Response response = handle(call);
    if (call.change_set()) response.set("Change-Set", std::to_string(call.change_set()));
    return response;
}

Route with(Proof proof, Route route) {
    route.proof = proof;
    return route;
}

http::Response no_content() {
    http::Response response;
    response.status = 204;
    return response;
}

const std::vector<Route>& routes() {
    static const std::vector<Route> table = [] {
        std::vector<Route> all;
        for (auto part : {record_routes(), access_routes(), change_set_routes(), query_routes(), search_routes(), duplicate_routes(), batch_routes(), metadata_routes(), type_change_routes(), deleted_field_routes(), session_routes(), proof_routes(), passkey_routes(), personal_routes(), mention_routes(), tag_routes(), notification_routes(), import_routes(), file_routes(), event_routes(), job_routes(), trash_routes(), setup_routes(), backup_routes(), system_routes()})
            all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
        return all;
    }();
    return table;
}

}  // namespace rapport::api

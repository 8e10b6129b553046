#include "api/record_name.h"
#include "api/route.h"
#include "metadata/declared_fields.h"
#include "records/deleted_fields.h"

namespace rapport::api {
namespace {

http::Response list_deleted_fields(Call& call) {
    const metadata::Object& object = call.object();
    auto response = http::Response::json(200, "");
    call.services.database.read([&](storage::Session& session) {
        response.body.clear();
        JsonWriter out(response.body);
        out.begin_object().key("deleted_fields").begin_array();
        for (const Json& kept : metadata::items_of(object.deleted_fields)) {
            const Json& declaration = kept["declaration"];
            out.begin_object().member("id", kept["id"].string()).member("name", kept["name"].string());
            out.member("label", declaration.string_or("label", kept["name"].string())).member("type", declaration["type"].string()).member("deleted_at", kept["deleted_at"].string());
            out.key("deleted_by");
            if (kept["deleted_by"].is_null()) out.null();
            else write_named_record(out, call, session, value_or_throw(RecordId::parse(kept["deleted_by"].string())));
            out.end_object();
        }
        out.end_array().end_object();
    });
    response.set("Cache-Control", "no-store");
    return response;
}

http::Response bring_back(Call& call) {
    const records::BroughtBack done = records::bring_back_field(call.services.records, call.object().name, call.path("id"));
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().member("field", done.field).key("without").begin_array();
    for (const std::string& setting : done.without) out.string(setting);
    out.end_array().member("emptied", done.emptied).end_object();
    return response;
}

}  // namespace

std::vector<Route> deleted_field_routes() {
    using enum http::Method;
    constexpr auto worker = http::Where::Worker;
    return {
        {Get, "/metadata/objects/{object}/deleted_fields", Door::Administrator, worker, list_deleted_fields, "listDeletedFields", "Fields of an object that were deleted and can be brought back"},
        {Post, "/metadata/objects/{object}/deleted_fields/{id}/bring_back", Door::Administrator, worker, bring_back, "bringBackField", "Bring a deleted field back with its values"},
    };
}

}  // namespace rapport::api

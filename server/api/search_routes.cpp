#include "api/route.h"
#include "base/text.h"
#include "metadata/current_tables.h"
#include "search/find.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

/// Those named, or all that stand in menus; of these the ones that the caller may read. Throws Failure(Invalid, "unknown_object").
std::vector<const metadata::Object*> searched_objects(const Call& call, const metadata::Catalogue& catalogue) {
    std::vector<const metadata::Object*> out;
    auto add = [&](const metadata::Object& object) {
        const security::Rights& rights = call.actor().rights();
        if (rights.may(security::ObjectRight::Read, object) && rights.may_read(object, object.field(object.name_field))) out.push_back(&object);
    };
    std::string named = call.text("objects");
    if (named.empty()) {
        for (const metadata::Object& object : catalogue.objects())
            if (!object.hidden) add(object);
        return out;
    }
    for (std::string_view name : text::split(named, ',')) {
        const metadata::Object* object = catalogue.find(text::trim(name));
        if (!object) throw Failure(FailureKind::Invalid, "unknown_object", "objects names " + text::quoted(name) + ", which is none.", {{"objects", "unknown_object", "Names of objects, separated by commas."}});
        add(*object);
    }
    return out;
}

std::string groups_json(const std::vector<search::Group>& groups) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().key("groups").begin_array();
    for (const search::Group& group : groups) {
        out.begin_object().member("object", group.object->name).member("name_field", group.object->name_field).key("records").begin_array();
        for (const auto& record : group.records) {
            out.begin_object();
            for (std::size_t i = 0; i < record.size(); ++i) {
                out.key(group.fields[i]->name);
                group.fields[i]->type->write(out, record[i], *group.fields[i]);
            }
            out.end_object();
        }
        out.end_array().end_object();
    }
    out.end_array().end_object();
    return json;
}

http::Response search(Call& call) {
    auto limit = static_cast<std::size_t>(call.number("limit", 20, 1, 100));
    std::string json = metadata::on_current_tables(call.services.registry, call.catalogue, [&](const metadata::CataloguePointer& catalogue) {
        search::Request request{call.text("q"), searched_objects(call, *catalogue), limit};
        return call.services.database.read([&](storage::Session& session) { return groups_json(search::find(session, {call.actor(), catalogue}, request)); });
    });
    return http::Response::json(200, std::move(json));
}

}  // namespace

std::vector<Route> search_routes() {
    return {{http::Method::Get, "/search", Door::LoggedIn, http::Where::Worker, search, "search", "Find records of all objects by words"}};
}

}  // namespace rapport::api

#include "api/catalogue_json.h"
#include "api/route.h"
#include "metadata/draft.h"
#include "metadata/usage.h"
#include "query/formula.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

using metadata::Draft;

std::string version_tag(const metadata::Catalogue& catalogue) { return "\"" + std::to_string(catalogue.version()) + "\""; }

bool may_know(const Call& call, const metadata::Object& object) { return call.actor().rights().may(security::ObjectRight::Read, object); }

http::Response list_objects(Call& call) {
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().member("version", call.catalogue->version()).key("objects").begin_array();
    for (const auto& object : call.catalogue->objects())
        if (may_know(call, object)) write_object(out, object, call.actor());
    out.end_array().end_object();
    response.set("ETag", version_tag(*call.catalogue));
    return response;
}

http::Response object_response(const Call& call, const metadata::Catalogue& catalogue, std::string_view name, int status = 200) {
    auto response = http::Response::json(status, "");
    JsonWriter out(response.body);
    write_object(out, catalogue.object(name), call.actor());
    response.set("ETag", version_tag(catalogue));
    return response;
}

http::Response get_object(Call& call) {
    const metadata::Object& object = call.object();
    if (!may_know(call, object)) throw Failure(FailureKind::NotFound, "unknown_object", "There is no object \"" + object.name + "\".");
    return object_response(call, *call.catalogue, object.name);
}

http::Response create_object(Call& call) {
    Json declaration = call.body();
    auto next = call.services.registry.change(call.expected_version(), [&](Draft& draft) { draft.add_object(declaration); });
    return object_response(call, *next, declaration["name"].string(), 201);
}

/// Changes one object and answers what has become of it.
http::Response change_object(Call& call, const std::function<void(Draft&, const metadata::Object&)>& edit, int status = 200) {
    std::string name = call.object().name;
    auto next = call.services.registry.change(call.expected_version(), [&](Draft& draft) { edit(draft, draft.catalogue().object(name)); });
    return object_response(call, *next, name, status);
}

http::Response update_object(Call& call) {
    Json settings = call.body();
    return change_object(call, [&](Draft& draft, const metadata::Object& object) { draft.set_object(object, settings); });
}

void refuse_use(const Call& call, const std::vector<metadata::Use>& uses, const std::string& what) {
    if (uses.empty() || call.flag("confirm")) return;
    std::vector<Problem> problems;
    for (const auto& use : uses) problems.push_back({use.object + "." + use.name, "in_use", "Used by the " + use.kind + " \"" + use.name + "\" of " + use.object + "."});
    throw Failure(FailureKind::Conflict, "in_use", what + " is used in " + std::to_string(uses.size()) + " places. Look at them, then repeat with confirm=true.", std::move(problems));
}

http::Response delete_object(Call& call) {
    std::string name = call.object().name;
    refuse_use(call, metadata::uses_of(*call.catalogue, call.object()), call.object().label);
    call.services.registry.change(call.expected_version(), [&](Draft& draft) { draft.remove_object(draft.catalogue().object(name), call.actor().user()); });
    return no_content();
}

http::Response create_field(Call& call) {
    Json declaration = call.body();
    return change_object(call, [&](Draft& draft, const metadata::Object& object) { draft.add_field(object, declaration); }, 201);
}

http::Response update_field(Call& call) {
    Json settings = call.body();
    std::string field = call.path("field");
    return change_object(call, [&](Draft& draft, const metadata::Object& object) { draft.set_field(object, object.field(field), settings); });
}

http::Response delete_field(Call& call) {
    const metadata::Field& field = call.object().field(call.path("field"));
    std::string name = field.name;
    refuse_use(call, metadata::uses_of(*call.catalogue, call.object(), field), field.label);
    return change_object(call, [&](Draft& draft, const metadata::Object& object) { draft.remove_field(object, object.field(name), call.actor().user()); });
}

http::Response create_relation(Call& call) {
    Json relation = call.body();
    return change_object(call, [&](Draft& draft, const metadata::Object& object) { draft.add_relation(object, relation); }, 201);
}

http::Response put_layout(Call& call) {
    Json layout = call.body();
    return change_object(call, [&](Draft& draft, const metadata::Object& object) { draft.put_layout(object, call.path("name"), layout); });
}

http::Response delete_layout(Call& call) {
    return change_object(call, [&](Draft& draft, const metadata::Object& object) { draft.put_layout(object, call.path("name"), nullptr); });
}

http::Response put_list_view(Call& call) {
    Json view = call.body();
    return change_object(call, [&](Draft& draft, const metadata::Object& object) { draft.put_list_view(object, call.path("name"), view); });
}

http::Response delete_list_view(Call& call) {
    return change_object(call, [&](Draft& draft, const metadata::Object& object) { draft.remove_list_view(object, call.path("name")); });
}

http::Response put_rule(Call& call) {
    Json rule = call.body();
    return change_object(call, [&](Draft& draft, const metadata::Object& object) { draft.put_named(object, "validation_rules", call.path("name"), rule); });
}

http::Response delete_rule(Call& call) {
    return change_object(call, [&](Draft& draft, const metadata::Object& object) { draft.remove_named(object, "validation_rules", call.path("name")); });
}

http::Response usage_response(const std::vector<metadata::Use>& uses) {
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("used_by").begin_array();
    for (const auto& use : uses) out.begin_object().member("kind", use.kind).member("object", use.object).member("name", use.name).end_object();
    out.end_array().end_object();
    return response;
}

http::Response object_usage(Call& call) { return usage_response(metadata::uses_of(*call.catalogue, call.object())); }

http::Response field_usage(Call& call) {
    return usage_response(metadata::uses_of(*call.catalogue, call.object(), call.object().field(call.path("field"))));
}

/// Reads a formula as it would be saved, and keeps nothing: what editors ask while somebody types.
http::Response check_formula(Call& call) {
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object();
    try {
        auto formula = query::Formula::parse(call.body().string_or("formula", ""), *call.catalogue, call.object());
        out.member("valid", true).member("shape", shape_name(formula.shape())).key("reads").begin_array();
        for (const auto& path : formula.paths()) {
            std::string text;
            for (const auto* field : path) text += (text.empty() ? "" : ".") + (field == path.back() ? field->name : field->relation);
            out.string(text);
        }
        out.end_array();
    } catch (const Failure& failure) {
        if (failure.code() != "invalid_formula") throw;
        out.member("valid", false).member("message", failure.what());
    }
    out.end_object();
    return response;
}

}  // namespace

std::vector<Route> metadata_routes() {
    using enum http::Method;
    constexpr auto worker = http::Where::Worker;
    constexpr auto administrator = Door::Administrator;
    return {
        {Get, "/metadata/objects", Door::LoggedIn, worker, list_objects, "listObjects", "All objects with fields, layouts and views"},
        {Post, "/metadata/objects", administrator, worker, create_object, "createObject", "Make an object"},
        {Get, "/metadata/objects/{object}", Door::LoggedIn, worker, get_object, "getObject", "One object"},
        {Patch, "/metadata/objects/{object}", administrator, worker, update_object, "updateObject", "Change labels and settings of an object"},
        {Delete, "/metadata/objects/{object}", administrator, worker, delete_object, "deleteObject", "Set an object aside"},
        {Get, "/metadata/objects/{object}/usage", administrator, worker, object_usage, "getObjectUsage", "Where an object is used"},
        {Post, "/metadata/objects/{object}/fields", administrator, worker, create_field, "createField", "Add a field"},
        {Patch, "/metadata/objects/{object}/fields/{field}", administrator, worker, update_field, "updateField", "Change a field"},
        {Delete, "/metadata/objects/{object}/fields/{field}", administrator, worker, delete_field, "deleteField", "Set a field aside"},
        {Get, "/metadata/objects/{object}/fields/{field}/usage", administrator, worker, field_usage, "getFieldUsage", "Where a field is used"},
        {Post, "/metadata/objects/{object}/check_formula", administrator, worker, check_formula, "checkFormula", "Whether a formula can be read, what it gives and reads"},
        {Post, "/metadata/objects/{object}/relations", administrator, worker, create_relation, "createRelation", "Relate two objects many to many"},
        {Put, "/metadata/objects/{object}/layouts/{name}", administrator, worker, put_layout, "putLayout", "Make or replace a layout"},
        {Delete, "/metadata/objects/{object}/layouts/{name}", administrator, worker, delete_layout, "deleteLayout", "Remove a layout"},
        {Put, "/metadata/objects/{object}/list_views/{name}", administrator, worker, put_list_view, "putListView", "Make or replace a list view"},
        {Delete, "/metadata/objects/{object}/list_views/{name}", administrator, worker, delete_list_view, "deleteListView", "Remove a list view"},
        {Put, "/metadata/objects/{object}/validation_rules/{name}", administrator, worker, put_rule, "putValidationRule", "Make or replace a validation rule"},
        {Delete, "/metadata/objects/{object}/validation_rules/{name}", administrator, worker, delete_rule, "deleteValidationRule", "Remove a validation rule"},
    };
}

}  // namespace rapport::api

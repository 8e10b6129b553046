#include "api/openapi_schemas.h"

#include <map>
#include <set>

#include "api/query_parameters.h"
#include "metadata/object.h"

namespace rapport::api {
namespace {

using metadata::Field;
using metadata::Object;
using metadata::Shape;

/// The JSON type and format of a field's values, by its shape; what differs is said by the type's name.
struct JsonType {
    const char* type;
    const char* format;
};

JsonType json_type(const Field& field) {
    std::string_view type = field.result ? field.result->name() : field.type->name();
    if (type == "multi_email" || type == "multi_phone") return {"array", ""};
    switch ((field.result ? field.result : field.type)->shape()) {
        case Shape::Boolean: return {"boolean", ""};
        case Shape::Number: return {type == "integer" || type == "duration" ? "integer" : "number", ""};
        case Shape::Real: return {"number", "double"};
        case Shape::Date: return {"string", "date"};
        case Shape::DateTime: return {"string", "date-time"};
        case Shape::Time: return {"string", "time"};
        case Shape::Set: return {"array", ""};
        case Shape::Compound: return {"object", ""};
        default: return {"string", ""};
    }
}

void write_field(JsonWriter& out, const Object& object, const Field& field) {
    JsonType type = json_type(field);
    out.key(field.name).begin_object();
    out.key("type").begin_array().string(type.type).string("null").end_array();
    if (*type.format) out.member("format", type.format);
    out.member("title", field.label);
    if (!field.help.empty()) out.member("description", field.help);
    if (field.length > 0 && std::string_view(type.type) == "string") out.member("maxLength", static_cast<std::int64_t>(field.length));
    bool choices = field.restricted && !field.options.empty() && std::string_view(type.type) == "string";
    if (choices) {
        out.key("enum").begin_array();
        for (const auto& option : field.options) out.string(option.value);
        out.null().end_array();
    }
    if (std::string_view(type.type) == "array") {
        bool labelled = field.type->shape() == Shape::Opaque;
        out.key("items").begin_object().member("type", labelled ? "object" : "string").end_object();
    }
    if (field.type->shape() == Shape::Compound) {
        out.key("properties").begin_object();
        for (const Field& part : object.fields) {
            if (part.component_of != field.name) continue;
            out.key(part.component).begin_object().key("type").begin_array().string(part.type->shape() == Shape::Real ? "number" : "string").string("null").end_array().end_object();
        }
        out.end_object();
    }
    if (field.read_only) out.member("readOnly", true);
    out.end_object();
}

void write_object_schema(JsonWriter& out, const Object& object, bool input) {
    out.key(schema_name(object) + (input ? "Input" : "")).begin_object().member("type", "object").member("title", object.label);
    if (!object.description.empty()) out.member("description", object.description);
    out.key("properties").begin_object();
    for (const Field& field : object.fields)
        if (field.component_of.empty() && !(input && (field.read_only || !field.formula.empty()))) write_field(out, object, field);
    out.end_object();
    if (!input) out.key("required").begin_array().string("id").end_array();
    out.end_object();
}

void write_reference(JsonWriter& out, const std::string& place) { out.begin_object().member("$ref", "#/components/" + place).end_object(); }

void write_parameter(JsonWriter& out, std::string_view name, std::string_view type, std::string_view description) {
    out.begin_object().member("name", name).member("in", "query").member("description", description);
    out.key("schema").begin_object().member("type", type).end_object().end_object();
}

void write_json_content(JsonWriter& out, const std::string& schema) {
    out.key("content").begin_object().key("application/json").begin_object().key("schema");
    if (schema.empty()) out.begin_object().member("type", "object").end_object();
    else write_reference(out, "schemas/" + schema);
    out.end_object().end_object();
}

}  // namespace

std::string schema_name(const Object& object) {
    std::string out;
    bool upper = true;
    for (char c : object.name) {
        if (c != '_') out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
        upper = c == '_';
    }
    return out;
}

void write_security_schemes(JsonWriter& out) {
    out.key("securitySchemes").begin_object();
    out.key("token").begin_object().member("type", "http").member("scheme", "bearer").member("description", "rapport token create").end_object();
    out.key("session").begin_object().member("type", "apiKey").member("in", "cookie").member("name", "rapport_session").end_object();
    out.key("csrf").begin_object().member("type", "apiKey").member("in", "header").member("name", "X-CSRF-Token").end_object();
    out.end_object();
}

void write_schemas(JsonWriter& out, const metadata::Catalogue& catalogue) {
    out.key("schemas").begin_object();
    for (const Object& object : catalogue.objects()) {
        write_object_schema(out, object, false);
        write_object_schema(out, object, true);
        out.key(schema_name(object) + "Page").begin_object().member("type", "object").key("required").begin_array().string("records").string("next").end_array();
        out.key("properties").begin_object().key("records").begin_object().member("type", "array").key("items");
        write_reference(out, "schemas/" + schema_name(object));
        out.end_object().key("next").begin_object().key("type").begin_array().string("string").string("null").end_array().end_object().end_object().end_object();
    }
    out.key("Problem").raw(R"({"type":"object","description":"RFC 9457 problem details","required":["title","status","code","detail"],"properties":{)"
                           R"("type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"code":{"type":"string"},"detail":{"type":"string"},)"
                           R"("request_id":{"type":"string"},"problems":{"type":"array","items":{"type":"object","properties":{)"
                           R"("field":{"type":"string"},"code":{"type":"string"},"message":{"type":"string"}}}}}})");
    out.end_object();
}

void write_responses(JsonWriter& out) {
    out.key("responses").begin_object().key("Problem").begin_object().member("description", "What went wrong, why, and what to do");
    out.key("content").begin_object().key("application/problem+json").begin_object().key("schema");
    write_reference(out, "schemas/Problem");
    out.end_object().end_object().end_object().end_object();
}

void write_query_parameters(JsonWriter& out, const Route& route) {
    out.key("parameters").begin_array();
    for (const QueryParameter& parameter : query_parameters(route.operation)) write_parameter(out, parameter.name, parameter.type, parameter.description);
    auto header = [&](std::string_view name, std::string_view description) {
        out.begin_object().member("name", name).member("in", "header").member("description", description);
        out.key("schema").begin_object().member("type", "string").end_object().end_object();
    };
    if (route.changes_something() && route.door != Door::Anyone) header("Idempotency-Key", "A name for this request: when it comes again within a day, nothing is changed again, and the answer is the same");
    static const std::set<std::string_view> of_versions{"updateRecord", "upsertRecord", "deleteRecord", "runRecordAction"};
    bool of_catalogue = route.pattern.starts_with("/metadata/") && route.method != http::Method::Get;
    if (of_catalogue || of_versions.contains(route.operation)) header("If-Match", of_catalogue ? "The version of the catalogue that was read" : "The version of the record that was read, in quotes");
    if (route.operation == "getFileContent") header("Range", "A part of it, such as bytes=0-999: it is answered with 206");
    out.end_array();
}

void write_form_body(JsonWriter& out) {
    out.key("requestBody").begin_object().member("required", true).key("content").begin_object().key("multipart/form-data").begin_object().key("schema");
    out.raw(R"({"type":"object","required":["file"],"properties":{)"
            R"("record":{"type":"string","description":"Id of the record that the file belongs to"},)"
            R"("name":{"type":"string","description":"The file's own name when absent"},)"
            R"("description":{"type":"string"},)"
            R"("private":{"type":"boolean","description":"Only for its owner and those above"},)"
            R"("file":{"type":"string","format":"binary","description":"The content"}}})");
    out.end_object().end_object().end_object();
}

constexpr const char* export_body = R"({"application/json":{"schema":{"type":"object","properties":{)"
                                    R"("object":{"type":"string"},"fields":{"type":"string","description":"Fields and paths, separated by commas"},"filter":{"type":"object"},"sort":{"type":"string"},)"
                                    R"("soql":{"type":"string","description":"In place of object, fields, filter and sort"},)"
                                    R"("format":{"type":"string","enum":["csv","xlsx"],"default":"csv"},)"
                                    R"("formula_guard":{"type":"boolean","default":false,"description":"Put an apostrophe in front of texts of CSV that a spreadsheet would run as formulas. An import takes it off again"}}}}})";

void write_request_body(JsonWriter& out, const Route& route, const std::string& schema) {
    out.key("requestBody").begin_object().member("required", true);
    if (route.operation == "exportRecords") out.key("content").raw(export_body);
    else write_json_content(out, schema.empty() ? "" : schema + "Input");
    out.end_object();
}

void write_operation_responses(JsonWriter& out, const Route& route, const std::string& schema) {
    static const std::map<std::string_view, const char*> special{{"createRecord", "201"}, {"uploadFile", "201"}, {"logIn", "201"}, {"logInWithPasskey", "201"}, {"addPasskey", "201"}, {"renamePasskey", "204"}, {"removePasskey", "204"}, {"removeUserPasskeys", "204"}, {"setUp", "201"}, {"startBackup", "202"}, {"createObject", "201"}, {"createField", "201"}, {"createRelation", "201"},
                                                                 {"deleteRecord", "204"}, {"logOut", "204"}, {"checkProof", "204"}, {"proveIdentity", "204"}, {"takeProofBack", "204"}, {"deleteObject", "204"}, {"startImport", "201"}, {"lookForDuplicates", "202"}, {"createToken", "201"}, {"closeSession", "204"}, {"revokeToken", "204"}, {"dismissDuplicates", "204"}, {"createPersonalListView", "201"}, {"deletePersonalListView", "204"}, {"orderListViews", "204"}, {"putFavourite", "204"}, {"deleteFavourite", "204"}, {"noteOpened", "204"}, {"markNotifications", "204"}, {"snoozeNotifications", "204"}};
    auto found = special.find(route.operation);
    std::string status = found == special.end() ? "200" : found->second;
    out.key("responses").begin_object().key(status).begin_object().member("description", route.summary);
    bool of_record = !schema.empty() && route.operation != "getRecordHistory" && route.operation != "getRecordAccess" && route.operation != "listRecordMentionable";
    static const std::set<std::string_view> of_change_sets{"runRecordAction", "undoChangeSet"};
    if (route.effect == Effect::Records || of_change_sets.contains(route.operation))
        out.key("headers").raw(R"({"Change-Set":{"description":"Number of the change set that holds what was changed, to undo it; absent when nothing was","schema":{"type":"integer"}}})");
    if (route.operation == "listenToEvents") out.key("content").raw(R"({"text/event-stream":{"schema":{"type":"string"}}})");
    else if (route.operation == "getFileContent") out.key("content").raw(R"({"application/octet-stream":{"schema":{"type":"string","format":"binary"}}})");
    else if (route.operation == "uploadFile") write_json_content(out, "File");
    else if (status != "204") write_json_content(out, !of_record ? "" : schema + (route.operation == "listRecords" ? "Page" : ""));
    out.end_object().key("4XX");
    write_reference(out, "responses/Problem");
    out.end_object();
}

}  // namespace rapport::api

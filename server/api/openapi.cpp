#include "api/openapi.h"

#include <set>

#include "api/openapi_schemas.h"
#include "api/route.h"
#include "base/json_writer.h"

namespace rapport::api {
namespace {

using metadata::Catalogue;
using metadata::Object;

std::string method_key(http::Method method) {
    std::string name(http::method_name(method));
    for (char& c : name) c = static_cast<char>(c + ('a' - 'A'));
    return name;
}

/// "/metadata/objects" is about metadata: the first part of a path groups what belongs together.
std::string tag_of(std::string_view pattern) {
    pattern.remove_prefix(1);
    return std::string(pattern.substr(0, pattern.find('/')));
}

void replace(std::string& text, std::string_view what, std::string_view with) {
    if (auto place = text.find(what); place != std::string::npos) text.replace(place, what.size(), with);
}

bool asks_for_proof(const Route& route, const Object* object) {
    return route.proof != Proof::Opening || (object && object->gives_access && route.effect == Effect::Records);
}

class Document {
public:
    Document(const Catalogue& catalogue, const std::string& version) : catalogue_(catalogue), version_(version), out_(text_) {}

    std::string write() {
        out_.begin_object().member("openapi", "3.1.0");
        out_.key("info").begin_object().member("title", "Rapport").member("version", version_).member("summary", "Customer relationship management");
        out_.member("description", "Everything the screens do, programs can do too. How answers and errors look: docs/api.md.");
        out_.key("license").begin_object().member("name", "Proprietary").member("identifier", "LicenseRef-Rapport").end_object().end_object();
        out_.key("servers").begin_array().begin_object().member("url", "/api/v1").end_object().end_array();
        out_.key("security").begin_array().begin_object().key("token").begin_array().end_array().end_object();
        out_.begin_object().key("session").begin_array().end_array().key("csrf").begin_array().end_array().end_object().end_array();
        write_tags();
        write_paths();
        out_.key("components").begin_object();
        write_security_schemes(out_);
        write_schemas(out_, catalogue_);
        write_responses(out_);
        out_.end_object().end_object();
        return std::move(text_);
    }

private:
    void write_tags() {
        out_.key("tags").begin_array();
        std::set<std::string> seen;
        for (const Route& route : routes())
            if (seen.insert(tag_of(route.pattern)).second) out_.begin_object().member("name", tag_of(route.pattern)).end_object();
        out_.end_array();
    }

    /// Routes about records are written once for each object, with that object's fields.
    void write_paths() {
        out_.key("paths").begin_object();
        std::set<std::string_view> done;
        for (const Route& route : routes()) {
            if (!done.insert(route.pattern).second) continue;
            bool of_records = route.pattern.starts_with("/records/{object}");
            if (!of_records) write_path(route.pattern, nullptr);
            else
                for (const Object& object : catalogue_.objects()) write_path(route.pattern, &object);
        }
        out_.end_object();
    }

    void write_path(std::string_view pattern, const Object* object) {
        std::string path(pattern);
        if (object) replace(path, "{object}", object->name);
        out_.key(path).begin_object();
        write_path_parameters(path);
        for (const Route& route : routes())
            if (route.pattern == pattern) write_operation(route, object);
        out_.end_object();
    }

    void write_path_parameters(std::string_view path) {
        if (path.find('{') == std::string_view::npos) return;
        out_.key("parameters").begin_array();
        for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1)) {
            auto name = path.substr(open + 1, path.find('}', open) - open - 1);
            out_.begin_object().member("name", name).member("in", "path").member("required", true);
            out_.key("schema").begin_object().member("type", "string").end_object().end_object();
        }
        out_.end_array();
    }

    void write_operation(const Route& route, const Object* object) {
        std::string operation(route.operation);
        std::string schema = object ? schema_name(*object) : "";
        if (object) replace(operation, "Record", schema);
        out_.key(method_key(route.method)).begin_object();
        out_.member("operationId", operation).member("summary", route.summary);
        if (asks_for_proof(route, object)) out_.member("description", "A session that has not proved for 15 minutes who it is answers 403 confirm_identity until POST /session/proof. Tokens are not asked.");
        out_.key("tags").begin_array().string(tag_of(route.pattern)).end_array();
        if (route.door == Door::Anyone) out_.key("security").begin_array().end_array();
        write_query_parameters(out_, route);
        bool has_body = route.method == http::Method::Post || route.method == http::Method::Patch || route.method == http::Method::Put;
        bool action = route.pattern.find("/actions/") != std::string_view::npos;
        if (route.body == Body::Form) write_form_body(out_);
        else if (has_body && !action) write_request_body(out_, route, schema);
        write_operation_responses(out_, route, schema);
        out_.end_object();
    }

    const Catalogue& catalogue_;
    const std::string& version_;
    std::string text_;
    JsonWriter out_;
};

}  // namespace

std::string openapi_document(const Catalogue& catalogue, const std::string& version) { return Document(catalogue, version).write(); }

}  // namespace rapport::api

#include "api/list_request.h"
#include "api/route.h"
#include "security/restriction.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

using records::Operation;
using records::Outcome;

query::Restricted::Trash read_trash(const Call& call) {
    std::string trash = call.text("trash");
    if (trash.empty() || trash == "exclude") return query::Restricted::Trash::Exclude;
    if (trash == "include") return query::Restricted::Trash::Include;
    if (trash == "only") return query::Restricted::Trash::Only;
    throw Failure(FailureKind::Invalid, "out_of_range", "trash is exclude, include or only.", {{"trash", "out_of_range", "It was \"" + trash + "\"."}});
}

/// The record's version, as its entity tag; the answer holds it as a member.
std::string entity_tag(const std::string& record) {
    constexpr std::string_view key = "\"version\":";
    auto place = record.rfind(key);
    if (place == std::string::npos) return "";
    auto begin = place + key.size();
    return "\"" + record.substr(begin, record.find_first_of(",}", begin) - begin) + "\"";
}

http::Response record_response(int status, std::string json) {
    std::string tag = entity_tag(json);
    auto response = http::Response::json(status, std::move(json));
    if (!tag.empty()) response.set("ETag", std::move(tag));
    return response;
}

/// The record as it was saved. It is saved even when the caller may not see it any more, having given it away, or when the
/// database has gone away since: then its id. A refusal would be taken for "not saved", and people would save it twice.
http::Response saved_response(int status, Call& call, const metadata::Object& object, RecordId id) {
    try {
        return record_response(status, record_json(call, object, id));
    } catch (const Failure& failure) {
        if (failure.kind() == FailureKind::Internal) throw;
        return http::Response::json(status, "{\"id\":\"" + id.text() + "\"}");
    }
}

http::Response list_records(Call& call) {
    return answer_list(call, call.object(), read_trash(call));
}

http::Response get_record(Call& call) {
    const metadata::Object& object = call.object();
    return record_response(200, record_json(call, object, call.id(), call.text("fields"), read_trash(call)));
}

Outcome apply(Call& call, const Operation& operation) { return std::move(call.apply({call.actor(), call.source(), records::Mode::AllOrNothing}, {operation}).front()); }

http::Response create_record(Call& call) {
    const metadata::Object& object = call.object();
    Operation operation;
    operation.kind = Operation::Kind::Create;
    operation.object = object.name;
    operation.fields = call.body();
    operation.refuse_duplicates = call.text("duplicates") == "refuse";
    Outcome outcome = apply(call, operation);
    auto response = saved_response(201, call, object, outcome.id);
    response.set("Location", "/api/v1/records/" + object.name + "/" + outcome.id.text());
    return response;
}

http::Response update_record(Call& call) {
    const metadata::Object& object = call.object();
    Operation operation;
    operation.kind = Operation::Kind::Update;
    operation.object = object.name;
    operation.id = call.id();
    operation.fields = call.body();
    operation.version = call.expected_version();
    apply(call, operation);
    return saved_response(200, call, object, operation.id);
}

http::Response upsert_record(Call& call) {
    const metadata::Object& object = call.object();
    Operation operation;
    operation.kind = Operation::Kind::Upsert;
    operation.object = object.name;
    operation.match_field = call.text("match");
    operation.fields = call.body();
    operation.version = call.expected_version();
    if (operation.match_field.empty())
        throw Failure(FailureKind::Invalid, "required", "To update or create, name the field that records are matched by.", {{"match", "required", "Such as match=external_id."}});
    Outcome outcome = apply(call, operation);
    return saved_response(outcome.result == Outcome::Result::Created ? 201 : 200, call, object, outcome.id);
}

http::Response delete_record(Call& call) {
    Operation operation;
    operation.kind = Operation::Kind::Delete;
    operation.object = call.object().name;
    operation.id = call.id();
    operation.version = call.expected_version();
    apply(call, operation);
    http::Response response;
    response.status = 204;
    return response;
}

http::Response restore(Call& call) {
    Operation operation;
    operation.kind = Operation::Kind::Restore;
    operation.object = call.object().name;
    operation.id = call.id();
    operation.version = call.expected_version();
    apply(call, operation);
    return saved_response(200, call, call.object(), operation.id);
}

/// What can be done with one record besides reading and writing it.
http::Response run_action(Call& call) {
    call.actor().rights().require_action(call.path("action"), call.object());
    if (call.path("action") == "restore") return restore(call);
    throw Failure(FailureKind::NotFound, "unknown_action", "There is no action \"" + call.path("action") + "\" for " + call.object().plural_label + ".");
}

Json visible_changes(const Json& changes, const metadata::Object& object, const query::FieldVisible& visible) {
    Json::Members out;
    for (const auto& [name, sides] : changes.members()) {
        const metadata::Field* field = object.find_field(name);
        if (field && visible(object, *field)) out.emplace_back(name, sides);
    }
    return out;
}

/// Newest first; fields that the caller may not see are left out.
http::Response record_history(Call& call) {
    const metadata::Object& object = call.object();
    RecordId id = call.id();
    record_json(call, object, id, "id", query::Restricted::Trash::Include);  // whoever may not see the record is told so
    auto visible = security::visible_to(call.actor());
    auto response = http::Response::json(200, "");
    call.services.database.read([&](storage::Session& session) {
        response.body.clear();
        JsonWriter out(response.body);
        out.begin_object().key("history").begin_array();
        auto rows = session.query(
            "SELECT h.id, h.changed_at, h.changed_by_id, h.actor, h.source, h.operation, h.changes FROM record_history h WHERE h.record_id = ?1 ORDER BY h.id DESC LIMIT 500", {id.number()});
        while (rows->next()) {
            Json changes = visible_changes(Json::parse(rows->text(6)), object, visible);
            // That something was changed which the caller may not see is not for the caller either.
            if (changes.members().empty() && rows->text(6) != "{}") continue;
            out.begin_object().member("id", rows->integer(0)).member("changed_at", DateTime(rows->integer(1)).text());
            out.key("changed_by").begin_object().key("id");
            if (rows->is_null(2)) out.null();
            else out.string(RecordId(rows->integer(2)).text());
            out.member("name", rows->text(3)).end_object();
            out.member("source", rows->text(4)).member("operation", rows->text(5)).key("changes").begin_object();
            for (const auto& [name, sides] : changes.members())
                out.key(name).begin_object().key("from").json(sides.array().at(0)).key("to").json(sides.array().at(1)).end_object();
            out.end_object().end_object();
        }
        out.end_array().end_object();
    });
    return response;
}

}  // namespace

std::vector<Route> record_routes() {
    using enum http::Method;
    return {
        {Get, "/records/{object}", Door::LoggedIn, http::Where::Worker, list_records, "listRecords", "Records of an object, filtered and sorted"},
        {Post, "/records/{object}", Door::LoggedIn, http::Where::Worker, create_record, "createRecord", "Make a record", Effect::Records},
        {Patch, "/records/{object}", Door::LoggedIn, http::Where::Worker, upsert_record, "upsertRecord", "Update the record that a field names, or make it", Effect::Records},
        {Get, "/records/{object}/{id}", Door::LoggedIn, http::Where::Inline, get_record, "getRecord", "One record"},
        {Patch, "/records/{object}/{id}", Door::LoggedIn, http::Where::Worker, update_record, "updateRecord", "Change fields of a record", Effect::Records},
        {Delete, "/records/{object}/{id}", Door::LoggedIn, http::Where::Worker, delete_record, "deleteRecord", "Move a record to the trash", Effect::Records},
        {Get, "/records/{object}/{id}/history", Door::LoggedIn, http::Where::Worker, record_history, "getRecordHistory", "Who changed what and when, newest first"},
        {Post, "/records/{object}/{id}/actions/{action}", Door::LoggedIn, http::Where::Worker, run_action, "runRecordAction", "Do something with a record, such as restore it from the trash"},
    };
}

}  // namespace rapport::api

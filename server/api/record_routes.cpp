#include "api/change_set_json.h"
#include "api/list_request.h"
#include "api/merge_routes.h"
#include "api/record_response.h"
#include "api/route.h"
#include "records/merged.h"
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

http::Response list_records(Call& call) {
    return answer_list(call, call.object(), read_trash(call));
}

/// Where a record went that was merged into another one, if the caller may see that one.
std::optional<http::Response> merged_response(Call& call, const metadata::Object& object) {
    RecordId survivor = call.services.database.read([&](storage::Session& session) { return records::survivor_of(session, call.id()); });
    if (!survivor) return std::nullopt;
    record_json(call, object, survivor, "id");
    auto response = http::Response::json(307, "");
    JsonWriter out(response.body);
    out.begin_object().member("id", call.id().text()).member("merged_into", survivor.text()).end_object();
    response.set("Location", "/api/v1/records/" + object.name + "/" + survivor.text());
    return response;
}

http::Response get_record(Call& call) {
    const metadata::Object& object = call.object();
    try {
        return record_response(200, record_json(call, object, call.id(), call.text("fields"), read_trash(call)));
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::NotFound) throw;
        if (auto merged = merged_response(call, object)) return *std::move(merged);
        throw;
    }
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
    const std::string& name = call.path("action");
    call.actor().rights().require_action(name, call.object());
    if (name == "restore") return restore(call);
    if (name == "merge") return merge_records(call);
    if (name == "unmerge") return unmerge_record(call);
    const records::Action* action = call.services.records.find_action(call.object().name, name);
    if (!action) throw Failure(FailureKind::NotFound, "unknown_action", "There is no action \"" + name + "\" for " + call.object().plural_label + ".");
    Json input = call.request.body.empty() ? Json(Json::Members{}) : call.body();
    Json answer = action->run({call.actor(), call.source(), call.id(), input}, call.services.records);
    if (!answer["change_set"].is_null()) call.note_change_set(answer["change_set"].integer());
    return http::Response::json(200, answer.text());
}

constexpr std::int64_t most_lines = 500;

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
        for (const auto& line : records::history_of(session, id, 0, most_lines)) write_history_line(out, line, object, visible);
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
        {Post, "/records/{object}/{id}/actions/{action}", Door::LoggedIn, http::Where::Worker, run_action, "runRecordAction", "Do something with a record: restore it from the trash, merge others into it, undo that, convert a lead"},
    };
}

}  // namespace rapport::api

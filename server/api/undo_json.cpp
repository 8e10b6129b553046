#include "api/undo_json.h"

#include "api/change_jobs.h"
#include "api/record_name.h"

namespace rapport::api {
namespace {

void write_conflict(JsonWriter& out, Call& call, storage::Session& session, const records::UndoConflict& conflict) {
    const metadata::Object* object = call.catalogue->find(conflict.object);
    const metadata::Field* field = object && !conflict.field.empty() ? object->find_field(conflict.field) : nullptr;
    out.begin_object().key("record");
    write_named_record(out, call, session, conflict.record);
    out.member("field", conflict.field).member("label", field ? field->label : "").member("code", conflict.code).member("message", conflict.message);
    out.member("was", conflict.was).member("became", conflict.became).member("now", conflict.now).key("changed_by");
    if (conflict.changed_at) write_person(out, conflict.changed_by, conflict.actor);
    else out.null();
    out.key("changed_at");
    if (conflict.changed_at) out.string(conflict.changed_at->text());
    else out.null();
    out.end_object();
}

records::UndoRequest read_request(const Json& body, std::int64_t change_set) {
    records::UndoRequest request{change_set, records::OnConflict::Keep};
    std::string conflicts = body.string_or("conflicts", "keep");
    if (conflicts == "overwrite") request.on_conflict = records::OnConflict::Overwrite;
    else if (conflicts != "keep") throw invalid_field({"conflicts", "invalid_option", "conflicts is keep (what was changed later stays) or overwrite."});
    return request;
}

records::UndoReport carry_out(Call& call, const records::UndoRequest& request) {
    records::Undo undo(call.services.records, call.actor(), call.source());
    if (undo.is_small(request)) return undo.run(request);
    // A job is no session: it would not ask when it comes to somebody's rights.
    call.actor().require_proof();
    StartedChange started = start_undo(call.services.jobs, call.services.records, call.actor(), call.source(), request);
    call.services.jobs.wait(started.job, patience);
    return call.services.database.read([&](storage::Session& session) { return records::report_of(records::change_set_for(session, call.actor(), started.change_set)); });
}

}  // namespace

void write_undo_report(JsonWriter& out, Call& call, storage::Session& session, const records::UndoReport& report) {
    out.key("change_set");
    if (report.change_set) out.integer(report.change_set);
    else out.null();
    out.member("state", report.state).member("undone", report.undone).member("unchanged", report.unchanged);
    out.member("complete", report.complete).member("conflict_count", report.conflict_count).key("conflicts").begin_array();
    for (const auto& conflict : report.conflicts) write_conflict(out, call, session, conflict);
    out.end_array();
}

http::Response undo_change_set(Call& call, std::int64_t change_set) {
    Json body = call.request.body.empty() ? Json(Json::Members{}) : call.body();
    records::UndoRequest request = read_request(body, change_set);
    bool dry_run = body.boolean_or("dry_run", false);
    auto report = dry_run ? records::Undo(call.services.records, call.actor(), call.source()).preview(request) : carry_out(call, request);
    call.note_change_set(report.change_set);
    auto response = http::Response::json(200, "");
    call.services.database.read([&](storage::Session& session) {
        response.body.clear();
        JsonWriter out(response.body);
        out.begin_object().member("dry_run", dry_run);
        write_undo_report(out, call, session, report);
        out.end_object();
    });
    return response;
}

}  // namespace rapport::api

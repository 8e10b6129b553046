#include "api/merge_routes.h"

#include "api/change_jobs.h"
#include "api/record_response.h"
#include "api/undo_json.h"
#include "base/log.h"
#include "metadata/current_tables.h"
#include "records/merge.h"
#include "records/merged.h"

namespace rapport::api {
namespace {

/// What became of it by now.
struct Merged {
    records::MergeReport report;
    std::string failure_code = {}, failure = {};  // of one that was begun, and taken back
};

records::MergeRequest read_merge(Call& call, const Json& body) {
    records::MergeRequest request;
    request.survivor = call.id();
    request.version = call.expected_version();
    for (const Json& id : body["merge"].array()) request.others.push_back(value_or_throw(RecordId::parse(id.string())));
    if (!body["fields"].is_null())
        for (const auto& [field, id] : body["fields"].members()) request.choices[field] = value_or_throw(RecordId::parse(id.string()));
    return request;
}

/// It goes on whatever becomes of asking: from here on the answer is that it was begun.
Merged ask_after(Call& call, const records::Merge& merge, const StartedChange& started) {
    jobs::Queue& queue = call.services.jobs;
    Merged merged{{started.change_set, "running", {}, {}}};
    try {
        queue.wait(started.job, patience);
        merged.report = call.services.database.read([&](storage::Session& session) { return merge.report_of(started.change_set, session); });
        if (merged.report.state != "failed") return merged;
        const jobs::Job job = queue.find(started.job);
        merged.failure_code = job.failure_code.empty() ? name_of(job.state) : job.failure_code;
        merged.failure = job.failure.empty() ? "The merge was cancelled: what had moved moves back." : job.failure;
    } catch (const Failure& failure) {
        log::warning("How far merge {} is could not be asked: {}", started.change_set, failure.what());
    }
    return merged;
}

Merged carry_out(Call& call, records::Merge& merge, const records::MergeRequest& request) {
    jobs::Queue& queue = call.services.jobs;
    if (call.object().gives_access) call.actor().require_proof();
    if (merge.is_small(request))
        return {merge.run(call.object(), request, [&](storage::Session& session) { refuse_what_is_being_merged(queue, session, request); })};
    return ask_after(call, merge, start_merge(queue, call.services.records, call.actor(), call.source(), call.object(), request));
}

}  // namespace

http::Response merge_records(Call& call) {
    const Json body = call.body();
    const records::MergeRequest request = read_merge(call, body);
    records::Merge merge(call.services.records, call.actor(), call.source());
    const bool dry_run = body.boolean_or("dry_run", false);
    const Merged merged = metadata::on_current_tables(call.services.registry, call.catalogue, [&](const metadata::CataloguePointer& catalogue) {
        call.catalogue = catalogue;
        return dry_run ? Merged{merge.preview(call.object(), request)} : carry_out(call, merge, request);
    });
    const records::MergeReport& report = merged.report;
    call.note_change_set(report.change_set);
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().member("dry_run", dry_run).member("id", request.survivor.text()).key("merged").begin_array();
    for (RecordId id : request.others) out.string(id.text());
    out.end_array().key("change_set");
    if (report.change_set) out.integer(report.change_set);
    else out.null();
    out.member("state", report.state).key("failure");
    if (merged.failure_code.empty()) out.null();
    else out.begin_object().member("code", merged.failure_code).member("message", merged.failure).end_object();
    out.key("moved").begin_object();
    for (const auto& [object, count] : report.moved) out.member(object, count);
    out.end_object().key("changes").begin_object();
    for (const auto& taken : report.taken) out.key(taken.field).begin_object().member("from", taken.from).member("to", taken.to).end_object();
    out.end_object().end_object();
    return response;
}

http::Response unmerge_record(Call& call) {
    const metadata::Object& object = call.object();
    record_json(call, object, call.id(), "id", query::Restricted::Trash::Include);
    std::int64_t change_set = call.services.database.read([&](storage::Session& session) { return records::merge_of(session, call.id()); });
    if (!change_set) throw Failure(FailureKind::Conflict, "not_merged", "This " + object.label + " is not merged into another one.");
    return undo_change_set(call, change_set);
}

}  // namespace rapport::api

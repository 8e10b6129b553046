#include "api/change_jobs.h"
#include "api/record_name.h"
#include "api/route.h"
#include "api/type_change_job.h"
#include "metadata/conversion.h"
#include "metadata/current_tables.h"
#include "personal/list_views.h"

namespace rapport::api {
namespace {

using records::TypeChange;
using records::TypeChangeReport;

/// {"type", …} for a new type, {"undo": true} for what it was before.
TypeChange read_change(const Call& call, const Json& body) {
    const metadata::Object& object = call.object();
    TypeChange change{object.name, object.field(call.path("field")).name, {}, body.boolean_or("add_options", false)};
    if (!body.boolean_or("undo", false)) change.settings = metadata::type_settings(body);
    return change;
}

void refuse(const TypeChangeReport& report, bool accepts_loss) {
    if (!report.problems.empty()) throw Failure(FailureKind::Conflict, "in_use", "What is there does not fit the new type. Change that first. " + report.problems.front().message, report.problems);
    const bool may_lose = report.lost > 0 || !report.complete;
    if (may_lose && !accepts_loss)
        throw Failure(FailureKind::Conflict, "values_lost", std::to_string(report.lost) + " values would be lost. Look at them with dry_run, then repeat with accept_loss.");
}

void write_problems(JsonWriter& out, const std::vector<Problem>& problems) {
    out.key("problems").begin_array();
    for (const Problem& problem : problems) out.begin_object().member("field", problem.field).member("code", problem.code).member("message", problem.message).end_object();
    out.end_array();
}

void write_report(JsonWriter& out, Call& call, storage::Session& session, const TypeChangeReport& report) {
    out.member("type", report.type).member("values", report.values).member("converted", report.converted).member("lost", report.lost).member("complete", report.complete);
    out.key("examples").begin_array();
    for (const auto& example : report.examples) {
        out.begin_object().key("record");
        write_named_record(out, call, session, example.record);
        out.member("from", example.from).member("to", example.to).member("problem", example.problem).end_object();
    }
    out.end_array().key("new_options").begin_array();
    for (const std::string& option : report.new_options) out.string(option);
    out.end_array().key("used_by").begin_array();
    for (const auto& use : report.uses) out.begin_object().member("kind", use.kind).member("object", use.object).member("name", use.name).end_object();
    out.end_array();
    const metadata::Field& field = call.object().field(call.path("field"));
    out.member("private_views", personal::count_list_views(session, call.object(), [&](const Json& shown) { return metadata::names_field(shown, field); }));
    write_problems(out, report.problems);
}

/// Looks at the values, and answers what would become of them; throws when that is not what is wanted.
Json look(Call& call, const Json& body, bool dry_run) {
    return metadata::on_current_tables(call.services.registry, call.catalogue, [&](const metadata::CataloguePointer& catalogue) {
        call.catalogue = catalogue;
        const TypeChangeReport report = records::preview(call.services.records, read_change(call, body));
        if (!dry_run) refuse(report, body.boolean_or("accept_loss", false));
        std::string answer;
        call.services.database.read([&](storage::Session& session) {
            answer.clear();
            JsonWriter out(answer);
            out.begin_object().member("dry_run", dry_run);
            write_report(out, call, session, report);
            out.end_object();
        });
        return Json::parse(answer);
    });
}

http::Response change_type(Call& call) {
    const Json body = call.body();
    const bool dry_run = body.boolean_or("dry_run", false);
    Json answer = look(call, body, dry_run);
    if (!dry_run) {
        const StartedTypeChange started = start_type_change(call.services.jobs, call.services.records, call.actor(), call.source(), read_change(call, body));
        call.services.jobs.wait(started.job, patience);
        answer.set("change_set", started.change_set);
        answer.set("job", started.job);
        answer.set("state", jobs::name_of(call.services.jobs.find(started.job).state));
    }
    return http::Response::json(200, answer.text());
}

}  // namespace

std::vector<Route> type_change_routes() {
    return {
        {http::Method::Post, "/metadata/objects/{object}/fields/{field}/change_type", Door::Administrator, http::Where::Worker, change_type, "changeFieldType",
         "Change the type of a field with its values, or undo that; or only say what would become of them"},
    };
}

}  // namespace rapport::api

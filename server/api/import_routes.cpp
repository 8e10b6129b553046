#include "api/everything.h"
#include "api/import_upload.h"
#include "api/list_request.h"
#include "api/route.h"
#include "duplicates/pairs.h"
#include "exports/record_export.h"
#include "http/pipe.h"
#include "imports/import_job.h"
#include "imports/preview.h"
#include "imports/report_json.h"
#include "matching/profile.h"
#include "security/rights.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace rapport::api {
namespace {

/// A small file is done by then, and the answer is its whole report.
constexpr std::chrono::milliseconds patience{1500};

http::Response report_response(int status, const imports::Report& report) {
    auto response = http::Response::json(status, "");
    JsonWriter out(response.body);
    imports::write_report(out, report);
    return response;
}

std::int64_t import_id(const Call& call) {
    const std::string& text = call.path("id");
    std::int64_t id = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size()) throw Failure(FailureKind::NotFound, "unknown_import", "There is no import \"" + text + "\".");
    return id;
}

/// With how many of its records look like another one, as far as the caller may know.
imports::Report report_of(Call& call, std::int64_t run) {
    auto report = imports::Importer(call.services.records).report(call.actor(), run);
    const metadata::Object* object = call.catalogue->find(report.object);
    const auto compared = object ? matching::compared_fields(*object) : std::vector<const metadata::Field*>();
    const security::Rights& rights = call.actor().rights();
    const bool may_know = std::all_of(compared.begin(), compared.end(), [&](const metadata::Field* field) { return rights.may_read(*object, *field); });
    if (compared.empty() || !may_know || report.state != imports::State::Done || report.change_set == 0) return report;
    constexpr std::size_t most_counted = 100;
    duplicates::PairRequest request{.object = *object, .change_set = report.change_set, .limit = most_counted};
    auto page = call.services.database.read([&](storage::Session& session) { return duplicates::list_pairs(session, {call.actor(), call.catalogue}, request); });
    std::set<RecordId> records;
    for (const auto& pair : page.pairs) records.insert(pair.newer.id);
    report.likely_duplicates = static_cast<std::int64_t>(records.size());
    return report;
}

http::Response start_import(Call& call) {
    imports::Started started = imports::start_import(call.services.jobs, call.services.records, call.actor(), read_import(call));
    call.services.jobs.wait(started.job, patience);
    auto response = report_response(201, report_of(call, started.run));
    response.set("Location", "/api/v1/imports/" + std::to_string(started.run));
    return response;
}

http::Response preview_import(Call& call) {
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    imports::write_preview(out, imports::preview(call.actor(), *call.catalogue, read_import(call)));
    return response;
}

http::Response list_imports(Call& call) {
    imports::Importer importer(call.services.records);
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("imports").begin_array();
    for (const auto& report : importer.reports(call.actor(), call.number("limit", 50, 1, 500))) imports::write_report(out, report);
    out.end_array().end_object();
    return response;
}

http::Response get_import(Call& call) { return report_response(200, report_of(call, import_id(call))); }

http::Response cancel_import(Call& call) { return report_response(200, imports::Importer(call.services.records).cancel(call.actor(), import_id(call))); }

http::Response import_errors(Call& call) {
    http::Response response;
    std::int64_t id = import_id(call);
    imports::Importer(call.services.records).write_errors(call.actor(), id, [&](std::string_view bytes) { response.body.append(bytes); });
    response.set("Content-Type", "text/csv; charset=utf-8");
    response.set("Content-Disposition", "attachment; filename=\"import-" + std::to_string(id) + "-errors.csv\"");
    return response;
}

http::Response export_records(Call& call) {
    Json body = call.body();
    const std::string format = body.string_or("format", "csv");
    if (format != "csv" && format != "xlsx") throw invalid_field({"format", "invalid_option", "An export is csv or xlsx."});
    exports::Request request;
    request.format = format == "xlsx" ? exports::Format::Xlsx : exports::Format::Csv;
    request.select = select_in(body);
    request.writing.formula_guard = documents::csv::guard_of(body.boolean_or("formula_guard", false));
    auto pipe = std::make_shared<http::Pipe>([&database = call.services.database, catalogue = call.catalogue, actor = call.actor(), request](const auto& write) {
        exports::write_records(database, catalogue, actor, request, write);
    });
    pipe->wait();  // a question that cannot be answered is refused before the answer begins
    http::Response response;
    response.stream = [pipe](std::string& piece) { return pipe->read(piece); };
    response.set("Content-Type", format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.set("Content-Disposition", "attachment; filename=\"export." + format + "\"");
    return response;
}

http::Response export_everything(Call& call) {
    auto pipe = std::make_shared<http::Pipe>([&files = call.services.files, catalogue = call.catalogue, actor = call.actor()](const auto& write) { write_everything(files, catalogue, actor, write); });
    pipe->wait();
    http::Response response;
    response.stream = [pipe](std::string& piece) { return pipe->read(piece); };
    response.set("Content-Type", "application/zip");
    response.set("Content-Disposition", "attachment; filename=\"rapport.zip\"");
    return response;
}

}  // namespace

std::vector<Route> import_routes() {
    using enum http::Method;
    constexpr auto worker = http::Where::Worker;
    return {
        {Post, "/imports", Door::LoggedIn, worker, start_import, "startImport", "Bring the rows of a file in: CSV, a workbook (XLSX), cards (vCard)"},
        {Post, "/imports/preview", Door::LoggedIn, worker, preview_import, "previewImport", "The columns of a file with their first values, and the field that each is probably meant for", Effect::None},
        {Get, "/imports", Door::LoggedIn, worker, list_imports, "listImports", "Imports, newest first"},
        {Get, "/imports/{id}", Door::LoggedIn, worker, get_import, "getImport", "How far an import is, or what became of it"},
        {Delete, "/imports/{id}", Door::LoggedIn, worker, cancel_import, "cancelImport", "End an import; the rows that are in stay"},
        {Get, "/imports/{id}/errors", Door::LoggedIn, worker, import_errors, "getImportErrors", "The rows that failed, as CSV to mend and import again"},
        {Post, "/exports", Door::LoggedIn, worker, export_records, "exportRecords", "Records as CSV or as a workbook (XLSX)", Effect::None},
        with(Proof::Recent, {Get, "/exports/everything", Door::Administrator, worker, export_everything, "exportEverything", "Everything there is, as CSV and JSON in a ZIP archive"}),
    };
}

}  // namespace rapport::api

#include "imports/import_job.h"

#include "duplicates/finding.h"

namespace rapport::imports {
namespace {

constexpr const char* kind_name = "import";

Json payload_of(std::int64_t run, const Request& request) {
    const MappingRequest& mapping = request.mapping;
    return Json::Members{{"run", run}, {"object", mapping.object}, {"mapping", mapping.mapping}, {"match", mapping.match}, {"dry_run", request.keep == Keep::Nothing},
                         {"file_name", request.file_name}, {"total_bytes", request.total_bytes}, {"sheet", request.reading.sheet},
                         {"formula_guard", request.reading.csv.formula_guard == documents::csv::FormulaGuard::On}};
}

Request request_of(const Json& payload) {
    Request request;
    request.mapping = {payload.string_or("object", ""), payload["mapping"], payload.string_or("match", "")};
    request.keep = payload.boolean_or("dry_run", false) ? Keep::Nothing : Keep::Rows;
    request.file_name = payload.string_or("file_name", "");
    request.total_bytes = payload.integer_or("total_bytes", 0);
    request.reading.sheet = payload.string_or("sheet", "");
    request.reading.csv.formula_guard = documents::csv::guard_of(payload.boolean_or("formula_guard", true));
    return request;
}

void carry_out(jobs::Work& work, jobs::Queue& queue, records::Service& service, const security::Directory& directory) {
    RunStore store(service.database());
    const std::int64_t run = work.payload()["run"].integer();
    if (!store.resume(run)) return store.forget_file(run);  // cancelled
    security::Actor actor = directory.actor(work.job().user);
    Request request = request_of(work.payload());
    request.open = [&] { return store.open_file(run); };
    request.after_line = store.find(run)->last_line;
    request.transaction = [&](const auto& block) { work.write(block); };
    Importer(service).carry_out(run, actor, request, [&](const Report& report) { work.report({report.bytes, report.total_bytes}); });
    store.forget_file(run);
    if (request.keep == Keep::Nothing || request.mapping.mapping.string_or("duplicates", "report") != "report") return;
    queue.add({duplicates::kind_name, {}, {}, {}, {}});
    queue.wake();
}

}  // namespace

void add_import_kind(jobs::Queue& queue, records::Service& service, const security::Directory& directory) {
    jobs::Kind kind{kind_name, "Import", [&](jobs::Work& work) { carry_out(work, queue, service, directory); }};
    kind.gave_up = [](storage::Session& session, const jobs::Job& job) {
        if (job.state != jobs::State::Cancelled) return;  // its report says why it failed, and it can be tried again
        RunStore::cancel(session, job.payload["run"].integer());
        RunStore::forget_file(session, job.payload["run"].integer());
    };
    queue.add_kind(std::move(kind));
}

Started start_import(jobs::Queue& queue, records::Service& service, const security::Actor& actor, const Request& request) {
    RunStore store(service.database());
    Started started;
    started.run = Importer(service).begin(actor, request);
    store.keep_file(started.run, request.open());
    // Were this the last that the program did, the run would count as interrupted when its lease has ended.
    service.database().write([&](storage::Session& session) {
        store.wait_in_queue(session, started.run);
        started.job = queue.add(session, {kind_name, payload_of(started.run, request), actor.user(), {}, {}});
    });
    queue.wake();
    return started;
}

}  // namespace rapport::imports

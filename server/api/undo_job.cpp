#include "api/undo_job.h"

namespace rapport::api {
namespace {

constexpr const char* kind_name = "undo";

Json payload_of(std::int64_t change_set, records::Source source, const records::UndoRequest& request) {
    return Json::Members{{"change_set", change_set}, {"undoes", request.change_set}, {"overwrite", request.on_conflict == records::OnConflict::Overwrite}, {"from_screen", source == records::Source::Screen}};
}

void carry_out(jobs::Work& work, records::Service& service, const security::Directory& directory) {
    const Json& payload = work.payload();
    const std::int64_t change_set = payload["change_set"].integer();
    const records::UndoRequest request{payload["undoes"].integer(), payload["overwrite"].boolean() ? records::OnConflict::Overwrite : records::OnConflict::Keep};
    const security::Actor actor = directory.actor(work.job().user);
    records::Undo undo(service, actor, payload["from_screen"].boolean() ? records::Source::Screen : records::Source::Api);
    for (bool more = true; more;) {
        std::set<std::string> changed;
        std::int64_t undone = 0;
        work.write([&](storage::Session& session) {
            changed.clear();
            more = undo.go_on(change_set, request, session, changed);
            undone = records::report_of(records::change_set_for(session, actor, change_set)).undone;
        });
        service.announce(changed);
        work.report({undone, 0});
    }
}

}  // namespace

void add_undo_kind(jobs::Queue& queue, records::Service& service, const security::Directory& directory) {
    jobs::Kind kind{kind_name, "Undo", [&](jobs::Work& work) { carry_out(work, service, directory); }};
    kind.gave_up = [&](const jobs::Job& job) { service.database().write([&](storage::Session& session) { records::Undo::give_up(session, job.payload["change_set"].integer()); }); };
    queue.add_kind(std::move(kind));
}

StartedUndo start_undo(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const records::UndoRequest& request) {
    StartedUndo started;
    service.database().write([&](storage::Session& session) {
        started.change_set = records::Undo(service, actor, source).begin(request, session);
        started.job = queue.add(session, {kind_name, payload_of(started.change_set, source, request), actor.user(), {}, {}});
    });
    queue.wake();
    return started;
}

}  // namespace rapport::api

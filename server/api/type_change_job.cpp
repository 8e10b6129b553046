#include "api/type_change_job.h"

#include "records/change_set.h"
#include "records/change_sets.h"
#include "records/type_changing.h"

namespace rapport::api {
namespace {

constexpr const char* kind_name = "change_type";

Json payload_of(const records::TypeChange& change, std::int64_t change_set) {
    return Json::Members{{"object", change.object}, {"field", change.field}, {"settings", change.settings}, {"adds_options", change.adds_options}, {"change_set", change_set}};
}

records::TypeChange change_of(const Json& payload) {
    return {payload["object"].string(), payload["field"].string(), payload["settings"], payload["adds_options"].boolean()};
}

void carry_out(jobs::Work& work, records::Service& service) {
    const std::int64_t change_set = work.payload()["change_set"].integer();
    const auto told = service.database().read([&](storage::Session& session) { return records::find_change_set(session, change_set); });
    if (!told || told->state == "done") return;  // an attempt ended between its last transaction and saying so
    records::TypeChanging changing(service, change_of(work.payload()), change_set, records::TypeChangeState::read(work.payload()["state"]));
    // Runs a part of it in a transaction that keeps how far it is.
    const std::string lock = service.database().dialect().lock_writers(work.payload()["object"].string());
    auto write = [&](const std::function<void(storage::Session&)>& part) {
        const records::TypeChangeState before = changing.state();
        work.write([&](storage::Session& session) {
            changing.go_back_to(before);
            part(session);
            Json payload = work.payload();
            payload.set("state", changing.state().json());
            work.keep(session, payload);
        }, lock);
    };
    std::int64_t total = 0;
    write([&](storage::Session& session) { total = changing.begin(session); });
    for (bool more = true; more;) {
        write([&](storage::Session& session) { more = changing.convert_page(session); });
        work.report({changing.state().values, total});
    }
    write([&](storage::Session& session) { changing.catch_up(session); });
    changing.finish();
}

void refuse_second(jobs::Queue& queue, storage::Session& session, const records::TypeChange& change) {
    for (jobs::State state : {jobs::State::Waiting, jobs::State::Running})
        for (const jobs::Job& job : queue.list(session, {.state = state, .kind = kind_name}))
            if (job.payload["object"] == Json(change.object) && job.payload["field"] == Json(change.field))
                throw Failure(FailureKind::Conflict, "type_changing", "The type of this field is being changed at this moment: wait until that has ended, or cancel it.");
}

}  // namespace

void add_type_change_kind(jobs::Queue& queue, records::Service& service) {
    jobs::Kind kind{kind_name, "Change of a field's type", [&](jobs::Work& work) { carry_out(work, service); }};
    kind.gave_up = [](storage::Session& session, const jobs::Job& job) { records::end_running(session, job.payload["change_set"].integer(), "failed"); };
    queue.add_kind(std::move(kind));
}

StartedTypeChange start_type_change(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const records::TypeChange& change) {
    const StartedTypeChange started = service.database().write([&](storage::Session& session) {
        session.execute_script(session.dialect().lock_schema());
        refuse_second(queue, session, change);
        records::ChangeSet set(actor, source, kind_name);
        set.set_about(change.object, RecordId());
        const std::int64_t number = set.open(session);
        records::begin_running(session, number);
        return StartedTypeChange{number, queue.add(session, {kind_name, payload_of(change, number), actor.user(), {}, {}})};
    });
    queue.wake();
    return started;
}

}  // namespace rapport::api

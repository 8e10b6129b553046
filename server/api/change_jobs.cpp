#include "api/change_jobs.h"

#include <algorithm>
#include <limits>

#include "base/failure.h"
#include "records/merged.h"

namespace rapport::api {
namespace {

constexpr const char* undo_name = "undo";
constexpr const char* merge_name = "merge";

records::Source source_of(const Json& payload) { return payload["from_screen"].boolean() ? records::Source::Screen : records::Source::Api; }

Json payload_of(std::int64_t change_set, records::Source source, const records::UndoRequest& request) {
    return Json::Members{{"change_set", change_set}, {"undoes", request.change_set}, {"overwrite", request.on_conflict == records::OnConflict::Overwrite}, {"from_screen", source == records::Source::Screen}};
}

/// The version of the survivor was compared when it began.
Json payload_of(std::int64_t change_set, records::Source source, const std::string& object, const records::MergeRequest& request) {
    Json::Array others;
    for (RecordId id : request.others) others.emplace_back(id.text());
    Json::Members choices;
    for (const auto& [field, id] : request.choices) choices.emplace_back(field, id.text());
    return Json::Members{{"change_set", change_set}, {"object", object}, {"survivor", request.survivor.text()}, {"merge", std::move(others)}, {"fields", std::move(choices)}, {"from_screen", source == records::Source::Screen}};
}

records::MergeRequest merge_of(const Json& payload) {
    auto id_of = [](const Json& text) { return value_or_throw(RecordId::parse(text.string())); };
    records::MergeRequest request{id_of(payload["survivor"]), {}, {}, {}};
    for (const Json& id : payload["merge"].array()) request.others.push_back(id_of(id));
    for (const auto& [field, id] : payload["fields"].members()) request.choices[field] = id_of(id);
    return request;
}

/// Half a merge is none: it is taken back even where whoever began it was switched off since.
security::Actor actor_who_takes_back(const security::Directory& directory, RecordId user) {
    auto person = directory.find(user);
    return directory.actor(person && person->active ? user : directory.first_administrator().value().id);
}

/// Each step is a transaction that answers how much is done, and whether there is more to do.
struct Step {
    std::int64_t done = 0;
    bool more = true;
    records::MovingPage page = {};
};
void carry_out(jobs::Work& work, records::Service& service, const std::function<Step(Step last, storage::Session&, std::set<std::string>& changed)>& go_on) {
    for (Step step; step.more;) {
        Step next;
        std::set<std::string> changed;
        work.write([&](storage::Session& session) {
            changed.clear();
            next = go_on(step, session, changed);
        });
        step = std::move(next);
        service.announce(changed);
        work.report({step.done, 0});
    }
}

void carry_out_undo(jobs::Work& work, records::Service& service, const security::Directory& directory) {
    const Json& payload = work.payload();
    const std::int64_t change_set = payload["change_set"].integer();
    const records::UndoRequest request{payload["undoes"].integer(), payload["overwrite"].boolean() ? records::OnConflict::Overwrite : records::OnConflict::Keep};
    const auto undone = service.database().read([&](storage::Session& session) { return records::find_change_set(session, request.change_set); });
    const bool takes_back = undone && undone->kind == merge_name && undone->state == "failed";
    const security::Actor actor = takes_back ? actor_who_takes_back(directory, work.job().user) : directory.actor(work.job().user);
    records::Undo undo(service, actor, source_of(payload));
    carry_out(work, service, [&](const Step&, storage::Session& session, std::set<std::string>& changed) {
        const bool more = undo.go_on(change_set, request, session, changed);
        return Step{records::report_of(records::change_set_for(session, actor, change_set)).undone, more};
    });
}

void carry_out_merge(jobs::Work& work, records::Service& service, const security::Directory& directory) {
    const Json& payload = work.payload();
    const std::int64_t change_set = payload["change_set"].integer();
    const security::Actor actor = directory.actor(work.job().user);
    const records::MergeRequest request = merge_of(payload);
    records::Merge merge(service, actor, source_of(payload));
    try {
        carry_out(work, service, [&](Step step, storage::Session& session, std::set<std::string>& changed) {
            step.more = merge.go_on(change_set, payload["object"].string(), request, step.page, session, changed);
            step.done = records::total(records::merge_details(records::change_set_for(session, actor, change_set)).moved);
            return step;
        });
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::Conflict) throw;
        // What stands in the way of it stays there, and it is not for half a merge to wait.
        throw Failure(FailureKind::Invalid, failure.code(), failure.what(), failure.problems());
    }
}

StartedChange add_undo(jobs::Queue& queue, storage::Session& session, records::Service& service, const security::Actor& actor, records::Source source, const records::UndoRequest& request) {
    const std::int64_t change_set = records::Undo(service, actor, source).begin(request, session);
    return {change_set, queue.add(session, {undo_name, payload_of(change_set, source, request), actor.user(), {}, {}})};
}

void take_back_merge(jobs::Queue& queue, storage::Session& session, records::Service& service, const security::Directory& directory, const jobs::Job& job) {
    const std::int64_t change_set = job.payload["change_set"].integer();
    if (!records::end_running(session, change_set, "failed")) return;
    add_undo(queue, session, service, actor_who_takes_back(directory, job.user), source_of(job.payload), {change_set});
}

/// The records that a job merges, or puts apart again.
std::vector<RecordId> records_in(storage::Session& session, const jobs::Job& job) {
    const auto set = records::find_change_set(session, job.payload[job.kind == undo_name ? "undoes" : "change_set"].integer());
    if (!set || set->kind != merge_name) return {};
    records::MergeDetails details = records::merge_details(*set);
    details.merged.push_back(details.survivor);
    return std::move(details.merged);
}

}  // namespace

void add_change_kinds(jobs::Queue& queue, records::Service& service, const security::Directory& directory) {
    jobs::Kind undo{undo_name, "Undo", [&](jobs::Work& work) { carry_out_undo(work, service, directory); }};
    undo.gave_up = [](storage::Session& session, const jobs::Job& job) { records::end_running(session, job.payload["change_set"].integer(), "failed"); };
    queue.add_kind(std::move(undo));
    jobs::Kind merge{merge_name, "Merge", [&](jobs::Work& work) { carry_out_merge(work, service, directory); }};
    merge.gave_up = [&](storage::Session& session, const jobs::Job& job) { take_back_merge(queue, session, service, directory, job); };
    queue.add_kind(std::move(merge));
}

StartedChange start_undo(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const records::UndoRequest& request) {
    const StartedChange started = service.database().write([&](storage::Session& session) { return add_undo(queue, session, service, actor, source, request); });
    queue.wake();
    return started;
}

void refuse_what_is_being_merged(jobs::Queue& queue, storage::Session& session, const records::MergeRequest& request) {
    std::set<RecordId> asked(request.others.begin(), request.others.end());
    asked.insert(request.survivor);
    for (jobs::State state : {jobs::State::Waiting, jobs::State::Running})
        for (const char* kind : {merge_name, undo_name})
            for (const jobs::Job& job : queue.list(session, {.state = state, .kind = kind, .limit = std::numeric_limits<std::int64_t>::max()})) {
                const std::vector<RecordId> taken = records_in(session, job);
                if (std::any_of(taken.begin(), taken.end(), [&](RecordId id) { return asked.contains(id); }))
                    throw Failure(FailureKind::Conflict, "merge_running", "One of these records is being merged at this moment, or put apart again: wait until that has ended.");
            }
}

StartedChange start_merge(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const metadata::Object& object, const records::MergeRequest& request) {
    StartedChange started;
    service.database().write([&](storage::Session& session) {
        refuse_what_is_being_merged(queue, session, request);
        started.change_set = records::Merge(service, actor, source).begin(object, request, session);
        started.job = queue.add(session, {merge_name, payload_of(started.change_set, source, object.name, request), actor.user(), {}, {}});
    });
    queue.wake();
    return started;
}

}  // namespace rapport::api

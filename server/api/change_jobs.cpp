#include "api/change_jobs.h"

#include <algorithm>

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

/// Each step is a transaction that answers how much is done, and whether there is more to do.
struct Step {
    std::int64_t done = 0;
    bool more = true;
};
void carry_out(jobs::Work& work, records::Service& service, const std::function<Step(storage::Session&, std::set<std::string>& changed)>& go_on) {
    for (Step step; step.more;) {
        std::set<std::string> changed;
        work.write([&](storage::Session& session) {
            changed.clear();
            step = go_on(session, changed);
        });
        service.announce(changed);
        work.report({step.done, 0});
    }
}

void carry_out_undo(jobs::Work& work, records::Service& service, const security::Directory& directory) {
    const Json& payload = work.payload();
    const std::int64_t change_set = payload["change_set"].integer();
    const records::UndoRequest request{payload["undoes"].integer(), payload["overwrite"].boolean() ? records::OnConflict::Overwrite : records::OnConflict::Keep};
    const security::Actor actor = directory.actor(work.job().user);
    records::Undo undo(service, actor, source_of(payload));
    carry_out(work, service, [&](storage::Session& session, std::set<std::string>& changed) {
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
    records::MovingPage page;
    carry_out(work, service, [&](storage::Session& session, std::set<std::string>& changed) {
        records::MovingPage next = page;
        const bool more = merge.go_on(change_set, payload["object"].string(), request, next, session, changed);
        page = std::move(next);
        std::int64_t moved = 0;
        for (const auto& [object, count] : merge.report_of(change_set, session).moved) moved += count;
        return Step{moved, more};
    });
}

/// Half a merge is none.
void take_back_merge(jobs::Queue& queue, records::Service& service, const security::Directory& directory, const jobs::Job& job) {
    const std::int64_t change_set = job.payload["change_set"].integer();
    bool had_begun = service.database().write([&](storage::Session& session) { return records::Merge::give_up(session, change_set); });
    if (had_begun) start_undo(queue, service, directory.actor(job.user), source_of(job.payload), {change_set});
}

void refuse_what_is_being_merged(jobs::Queue& queue, const records::MergeRequest& request) {
    for (jobs::State state : {jobs::State::Waiting, jobs::State::Running})
        for (const jobs::Job& job : queue.list({.state = state, .kind = merge_name})) {
            const records::MergeRequest other = merge_of(job.payload);
            auto is_part = [&](RecordId id) { return id == other.survivor || std::find(other.others.begin(), other.others.end(), id) != other.others.end(); };
            if (is_part(request.survivor) || std::any_of(request.others.begin(), request.others.end(), is_part))
                throw Failure(FailureKind::Conflict, "merge_running", "One of these records is being merged at this moment: wait until that has ended.");
        }
}

}  // namespace

void add_change_kinds(jobs::Queue& queue, records::Service& service, const security::Directory& directory) {
    jobs::Kind undo{undo_name, "Undo", [&](jobs::Work& work) { carry_out_undo(work, service, directory); }};
    undo.gave_up = [&](const jobs::Job& job) { service.database().write([&](storage::Session& session) { records::Undo::give_up(session, job.payload["change_set"].integer()); }); };
    queue.add_kind(std::move(undo));
    jobs::Kind merge{merge_name, "Merge", [&](jobs::Work& work) { carry_out_merge(work, service, directory); }};
    merge.gave_up = [&](const jobs::Job& job) { take_back_merge(queue, service, directory, job); };
    queue.add_kind(std::move(merge));
}

StartedChange start_undo(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const records::UndoRequest& request) {
    StartedChange started;
    service.database().write([&](storage::Session& session) {
        started.change_set = records::Undo(service, actor, source).begin(request, session);
        started.job = queue.add(session, {undo_name, payload_of(started.change_set, source, request), actor.user(), {}, {}});
    });
    queue.wake();
    return started;
}

StartedChange start_merge(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const metadata::Object& object, const records::MergeRequest& request) {
    StartedChange started;
    service.database().write([&](storage::Session& session) {
        refuse_what_is_being_merged(queue, request);
        started.change_set = records::Merge(service, actor, source).begin(object, request, session);
        started.job = queue.add(session, {merge_name, payload_of(started.change_set, source, object.name, request), actor.user(), {}, {}});
    });
    queue.wake();
    return started;
}

}  // namespace rapport::api

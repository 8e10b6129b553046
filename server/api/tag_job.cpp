#include "api/tag_job.h"

#include <algorithm>

#include "base/failure.h"
#include "records/tags.h"

namespace rapport::api {
namespace {

constexpr const char* kind_name = "replace_tags";

Json payload_of(const records::TagReplacement& replacement, records::Source source, std::int64_t change_set) {
    Json::Array tags;
    for (RecordId id : replacement.tags) tags.emplace_back(id.text());
    return Json::Members{{"change_set", change_set}, {"tags", std::move(tags)}, {"by", replacement.by}, {"from_screen", source == records::Source::Screen}};
}

records::TagReplacement replacement_of(const Json& payload) {
    records::TagReplacement out{{}, payload["by"].string()};
    for (const Json& id : payload["tags"].array()) out.tags.push_back(value_or_throw(RecordId::parse(id.string())));
    return out;
}

void carry_out(jobs::Work& work, records::Service& service, const security::Directory& directory) {
    const Json& payload = work.payload();
    const std::int64_t change_set = payload["change_set"].integer();
    const security::Actor actor = directory.actor(work.job().user);
    const records::Source source = payload["from_screen"].boolean() ? records::Source::Screen : records::Source::Api;
    records::TagReplacing replacing(service, actor, source, replacement_of(payload));
    auto done = [&](storage::Session& session) { return records::tag_report_of(records::change_set_for(session, actor, change_set)).changed; };
    const std::int64_t total = service.database().read([&](storage::Session& session) { return done(session) + replacing.count(session); });
    for (bool more = true; more;) {
        std::int64_t changed_records = 0;
        std::set<std::string> changed;
        work.write([&](storage::Session& session) {
            changed.clear();
            more = replacing.go_on(change_set, session, changed);
            changed_records = done(session);
        });
        service.announce(changed);
        work.report({changed_records, total});
    }
}

/// Which tags a replacement is about, by their keys.
std::set<std::string> keys_of(storage::Session& session, const records::TagReplacement& replacement) {
    std::set<std::string> out{records::tag_key(replacement.by)};
    for (RecordId id : replacement.tags)
        if (auto name = session.value("SELECT name FROM tag WHERE id = ?1", {id.number()})) out.insert(records::tag_key(name->text()));
    out.erase("");
    return out;
}

void refuse_what_is_being_replaced(jobs::Queue& queue, storage::Session& session, const records::TagReplacement& replacement) {
    const std::set<std::string> asked = keys_of(session, replacement);
    for (jobs::State state : {jobs::State::Waiting, jobs::State::Running})
        for (const jobs::Job& job : queue.list(session, {.state = state, .kind = kind_name})) {
            const std::set<std::string> taken = keys_of(session, replacement_of(job.payload));
            if (std::any_of(taken.begin(), taken.end(), [&](const std::string& key) { return asked.contains(key); }))
                throw Failure(FailureKind::Conflict, "tags_changing", "One of these tags is being changed on its records at this moment: wait until that has ended.");
        }
}

}  // namespace

void add_tag_kind(jobs::Queue& queue, records::Service& service, const security::Directory& directory) {
    jobs::Kind kind{kind_name, "Change of tags", [&](jobs::Work& work) { carry_out(work, service, directory); }};
    kind.gave_up = [](storage::Session& session, const jobs::Job& job) { records::end_running(session, job.payload["change_set"].integer(), "failed"); };
    queue.add_kind(std::move(kind));
}

StartedTags start_replacing_tags(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const records::TagReplacement& replacement) {
    StartedTags started;
    std::set<std::string> changed;
    service.database().write([&](storage::Session& session) {
        changed.clear();
        refuse_what_is_being_replaced(queue, session, replacement);
        started.change_set = records::TagReplacing(service, actor, source, replacement).begin(session, changed);
        started.job = queue.add(session, {kind_name, payload_of(replacement, source, started.change_set), actor.user(), {}, {}});
    });
    service.announce(changed);
    queue.wake();
    return started;
}

void write_tag_report(JsonWriter& out, const records::TagReport& report) { out.member("changed", report.changed).member("kept", report.kept).member("reason", report.reason); }

}  // namespace rapport::api

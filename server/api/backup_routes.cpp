#include "api/route.h"
#include "backups/kept.h"
#include "jobs/queue.h"

namespace rapport::api {
namespace {

constexpr const char* kind = "backup";

/// The job that makes one at this moment, if there is one.
std::optional<jobs::Job> under_way(jobs::Queue& queue) {
    for (jobs::State state : {jobs::State::Running, jobs::State::Waiting})
        if (auto found = queue.list({.state = state, .kind = kind, .limit = 1}); !found.empty()) return found.front();
    return std::nullopt;
}

/// When the next one is made by itself; null for never.
void write_schedule(JsonWriter& out, jobs::Queue& queue) {
    for (const auto& [schedule, next_at] : queue.schedules()) {
        if (schedule.name != kind) continue;
        out.begin_object().member("rule", schedule.rule).member("time_zone", schedule.zone).key("next_at");
        if (next_at == DateTime()) out.null();
        else out.string(next_at.text());
        out.end_object();
        return;
    }
    out.null();
}

void write_backup(JsonWriter& out, const backups::Kept& backup) {
    out.begin_object().member("name", backup.folder.filename().string()).member("made_at", backup.manifest.made_at.text());
    out.member("bytes", backups::bytes_of(backup.folder)).member("rows", backups::rows_of(backup.manifest)).member("version", backup.manifest.version).key("verified_at");
    if (backup.verified_at) out.string(backup.verified_at->text());
    else out.null();
    out.end_object();
}

http::Response list_backups(Call& call) {
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().member("folder", std::filesystem::absolute(call.services.backups).string()).key("schedule");
    write_schedule(out, call.services.jobs);
    out.key("job");
    if (auto job = under_way(call.services.jobs)) out.integer(job->id);
    else out.null();
    out.key("backups").begin_array();
    for (const auto& backup : backups::kept(call.services.backups)) write_backup(out, backup);
    out.end_array().end_object();
    return response;
}

http::Response start_backup(Call& call) {
    if (auto job = under_way(call.services.jobs))
        throw Failure(FailureKind::Conflict, "backup_under_way", "A backup is being made already: it is job " + std::to_string(job->id) + ".");
    std::int64_t job = call.services.jobs.add({.kind = kind, .user = call.actor().user()});
    auto response = http::Response::json(202, "");
    JsonWriter(response.body).begin_object().member("job", job).end_object();
    return response;
}

}  // namespace

std::vector<Route> backup_routes() {
    using enum http::Method;
    return {
        {Get, "/backups", Door::Administrator, http::Where::Worker, list_backups, "listBackups", "The backups that this server keeps, newest first, and when the next one is made"},
        {Post, "/backups", Door::Administrator, http::Where::Worker, start_backup, "startBackup", "Back up now: a job"},
    };
}

}  // namespace rapport::api

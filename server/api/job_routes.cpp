#include <charconv>

#include "api/route.h"
#include "jobs/queue.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

/// Administrators look after all jobs, everybody else after their own.
std::optional<RecordId> whose(const Call& call) { return call.actor().rights().is_administrator() ? std::nullopt : std::optional(call.actor().user()); }

std::int64_t job_id(const Call& call) {
    const std::string& text = call.path("id");
    std::int64_t id = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size()) throw Failure(FailureKind::NotFound, "unknown_job", "There is no job \"" + text + "\".");
    return id;
}

void write_moment(JsonWriter& out, std::string_view key, DateTime moment) {
    out.key(key);
    if (moment == DateTime()) out.null();
    else out.string(moment.text());
}

void write_job(JsonWriter& out, const Call& call, const jobs::Job& job) {
    out.begin_object().member("id", job.id).member("kind", job.kind).member("label", call.services.jobs.label_of(job.kind)).member("state", jobs::name_of(job.state));
    out.key("user");
    auto person = job.user ? call.services.directory.find(job.user) : std::nullopt;
    if (person) out.begin_object().member("id", person->id.text()).member("name", person->name).end_object();
    else out.null();
    if (!job.schedule.empty()) out.member("schedule", job.schedule);
    out.member("attempts", job.attempts);
    out.key("progress").begin_object().member("done", job.progress.done).member("total", job.progress.total).member("note", job.progress.note).end_object();
    out.key("failure");
    if (job.failure_code.empty()) out.null();
    else out.begin_object().member("code", job.failure_code).member("message", job.failure).end_object();
    write_moment(out, "due_at", job.due_at);
    write_moment(out, "created_at", job.created_at);
    write_moment(out, "started_at", job.started_at);
    write_moment(out, "finished_at", job.finished_at);
    out.end_object();
}

http::Response job_response(const Call& call, const jobs::Job& job) {
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    write_job(out, call, job);
    return response;
}

http::Response list_jobs(Call& call) {
    jobs::Queue::Wanted wanted{.user = whose(call), .kind = call.text("kind"), .limit = call.number("limit", 50, 1, 500)};
    if (std::string state = call.text("state"); !state.empty()) wanted.state = jobs::state_of(state);
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("jobs").begin_array();
    for (const jobs::Job& job : call.services.jobs.list(wanted)) write_job(out, call, job);
    out.end_array().end_object();
    return response;
}

http::Response get_job(Call& call) { return job_response(call, call.services.jobs.find(job_id(call), whose(call))); }
http::Response cancel_job(Call& call) { return job_response(call, call.services.jobs.cancel(job_id(call), whose(call))); }
http::Response retry_job(Call& call) { return job_response(call, call.services.jobs.retry(job_id(call), whose(call))); }

http::Response list_schedules(Call& call) {
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("schedules").begin_array();
    for (const auto& [schedule, next_at] : call.services.jobs.schedules()) {
        out.begin_object().member("name", schedule.name).member("kind", schedule.kind).member("label", call.services.jobs.label_of(schedule.kind));
        out.member("rule", schedule.rule).member("time_zone", schedule.zone);
        write_moment(out, "next_at", next_at);
        out.end_object();
    }
    out.end_array().end_object();
    return response;
}

}  // namespace

std::vector<Route> job_routes() {
    using enum http::Method;
    constexpr auto worker = http::Where::Worker;
    return {
        {Get, "/jobs", Door::LoggedIn, worker, list_jobs, "listJobs", "Work in the background, newest first: your own, or all for administrators"},
        {Get, "/jobs/{id}", Door::LoggedIn, worker, get_job, "getJob", "How far a job is, or what became of it"},
        {Delete, "/jobs/{id}", Door::LoggedIn, worker, cancel_job, "cancelJob", "Cancel a job; what it has done stays, but what a merge has moved moves back"},
        {Post, "/jobs/{id}/retry", Door::LoggedIn, worker, retry_job, "retryJob", "Try a job again that failed or was cancelled"},
        {Get, "/job_schedules", Door::Administrator, worker, list_schedules, "listJobSchedules", "What is done by the clock, and when next"},
    };
}

}  // namespace rapport::api

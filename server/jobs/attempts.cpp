#include <algorithm>

#include "base/failure.h"
#include "base/log.h"
#include "jobs/queue.h"
#include "jobs/rows.h"

// What the runner does with the queue: taking, holding and ending attempts.
namespace rapport::jobs {
namespace {

constexpr std::string_view lost_code = "node_lost";
constexpr std::string_view lost_reason = "The server that worked on it stopped without a word, while or because it did.";

/// 10 seconds, then three times as long each time, up to two hours.
std::int64_t delay_after(int attempts) {
    std::int64_t delay = 10 * DateTime::second;
    for (int i = 1; i < attempts && delay < 7200 * DateTime::second; ++i) delay *= 3;
    return std::min(delay, 7200 * DateTime::second);
}

/// Whether the same attempt may end otherwise another time.
bool may_pass(const std::exception& error) {
    const auto* failure = dynamic_cast<const Failure*>(&error);
    if (!failure) return true;
    switch (failure->kind()) {
        case FailureKind::Conflict:
        case FailureKind::TooMany:
        case FailureKind::Unavailable:
        case FailureKind::Internal: return true;
        default: return false;
    }
}

}  // namespace

std::optional<Job> Queue::take(const std::string& node, DateTime now, bool short_only) {
    Json::Array kinds;
    for (const auto& [name, kind] : kinds_)
        if (!short_only || kind.length == Kind::Length::Short) kinds.emplace_back(name);
    const std::string names = Json(std::move(kinds)).text();
    auto due = [&](storage::Session& session, std::string_view lock) {
        return session.value("SELECT id FROM job_queue WHERE state = 'waiting' AND due_at <= ?1 AND " + session.dialect().in_texts("kind", "?2") +
                                 " ORDER BY due_at, id LIMIT 1" + std::string(lock),
                             {now.microseconds(), names});
    };
    // Mostly there is nothing, and finding that out is no matter for those who write.
    if (!database_.read([&](storage::Session& session) { return due(session, ""); })) return std::nullopt;
    return database_.write([&](storage::Session& session) -> std::optional<Job> {
        auto id = due(session, session.dialect().skip_locked());
        if (!id) return std::nullopt;
        session.execute("UPDATE job_queue SET state = 'running', node = ?2, lease_until = ?3, attempts = attempts + 1, started_at = ?4 WHERE id = ?1",
                        {*id, node, now.microseconds() + lease, now.microseconds()});
        return find_job(session, id->integer());
    });
}

void Queue::take_back(DateTime now) {
    std::vector<Job> lost;
    database_.read([&](storage::Session& session) {
        auto rows = session.query("SELECT " + std::string(job_columns) + " FROM job_queue WHERE state = 'running' AND lease_until < ?1", {now.microseconds()});
        while (rows->next()) lost.push_back(job_of(*rows));
    });
    for (Job& job : lost) {
        auto known = kinds_.find(job.kind);
        if (known == kinds_.end()) continue;
        bool again = job.attempts < known->second.most_attempts;
        // As it was when it was looked at: another node may have been faster, or the lost one come back.
        auto changed = database_.write([&](storage::Session& session) {
            auto taken = session.execute(
                "UPDATE job_queue SET state = ?3, node = '', due_at = ?4, finished_at = ?5, failure_code = ?6, failure = ?7 WHERE id = ?1 AND attempts = ?2 AND state = 'running' AND lease_until < ?4",
                {job.id, job.attempts, again ? "waiting" : "failed", now.microseconds(), again ? 0 : now.microseconds(), lost_code, lost_reason});
            if (taken > 0 && !again) tell_end(session, job.id);
            return taken;
        });
        if (changed > 0) log::warning("Job {} ({}) is {}: the server that worked on it is gone.", job.id, job.kind, again ? "taken up again" : "given up");
    }
}

std::optional<Interrupted::Why> Queue::renew(const Work& work, DateTime now) {
    Progress progress = work.progress();
    return database_.write([&](storage::Session& session) -> std::optional<Interrupted::Why> {
        auto held = session.execute("UPDATE job_queue SET lease_until = ?4, done = ?5, total = ?6, note = ?7 WHERE id = ?1 AND node = ?2 AND attempts = ?3 AND state = 'running'",
                                    {work.job().id, work.node(), work.job().attempts, now.microseconds() + lease, progress.done, progress.total, progress.note});
        if (held == 0) return Interrupted::Why::Lost;
        bool cancelled = session.value("SELECT cancel_wanted FROM job_queue WHERE id = ?1", {work.job().id})->integer() != 0;
        return cancelled ? std::optional(Interrupted::Why::Cancelled) : std::nullopt;
    });
}

bool Queue::is_cancelled(const Work& work) {
    return database_.read([&](storage::Session& session) { return session.value("SELECT 1 FROM job_queue WHERE id = ?1 AND cancel_wanted = 1", {work.job().id}).has_value(); });
}

void Queue::end(const Work& work, State state, DateTime due_at, DateTime now, std::string_view code, std::string_view reason, int attempts) {
    Progress progress = work.progress();
    bool over = state != State::Waiting;
    database_.write([&](storage::Session& session) {
        bool held = session.execute(
                        "UPDATE job_queue SET state = ?4, due_at = ?5, finished_at = ?6, failure_code = ?7, failure = ?8, attempts = ?9, done = ?10, total = ?11, note = ?12, node = '' "
                        "WHERE id = ?1 AND node = ?2 AND attempts = ?3 AND state = 'running'",
                        {work.job().id, work.node(), work.job().attempts, name_of(state), due_at.microseconds(), over ? now.microseconds() : 0, code, reason, attempts, progress.done, progress.total,
                         progress.note}) > 0;
        if (held && over) tell_end(session, work.job().id);
    });
    std::lock_guard lock(mutex_);
    if (over) ++ended_;
    else ++woken_;
    changed_.notify_all();
}

void Queue::finish(const Work& work, DateTime now) { end(work, State::Done, work.job().due_at, now, "", "", work.job().attempts); }

void Queue::interrupted(const Work& work, Interrupted::Why why, DateTime now) {
    const Job& job = work.job();
    if (why == Interrupted::Why::Lost) return;
    // An attempt that did not fail does not count.
    if (why == Interrupted::Why::Stopping) end(work, State::Waiting, job.due_at, now, "", "", job.attempts - 1);
    else end(work, State::Cancelled, job.due_at, now, "", "", job.attempts);
}

void Queue::failed(const Work& work, const std::exception& error, DateTime now) {
    const Job& job = work.job();
    const auto* failure = dynamic_cast<const Failure*>(&error);
    std::string code = failure ? failure->code() : "internal_error";
    bool again = may_pass(error) && job.attempts < kind(job.kind).most_attempts;
    log::warning("Job {} ({}) failed{}: {}", job.id, job.kind, again ? " and is tried again later" : "", error.what());
    DateTime due_at = again ? DateTime(now.microseconds() + delay_after(job.attempts)) : job.due_at;
    // What a bug says is for the log: it may hold what the one whose job it is must not see.
    bool bug = !failure || failure->kind() == FailureKind::Internal;
    std::string reason = bug ? "Something went wrong in the server. The log says more, by the job's number." : error.what();
    end(work, again ? State::Waiting : State::Failed, due_at, now, code, reason, job.attempts);
}

}  // namespace rapport::jobs

#include "jobs/queue.h"

#include <algorithm>

#include "base/failure.h"
#include "base/log.h"
#include "jobs/rows.h"

namespace rapport::jobs {

void create_tables(storage::Session& session) {
    session.execute_script(session.dialect().create_table(
        "job_queue",
        "kind TEXT NOT NULL, state TEXT NOT NULL, user_id BIGINT, schedule TEXT NOT NULL, payload TEXT NOT NULL, due_at BIGINT NOT NULL, attempts BIGINT NOT NULL, "
        "done BIGINT NOT NULL, total BIGINT NOT NULL, note TEXT NOT NULL, failure_code TEXT NOT NULL, failure TEXT NOT NULL, created_at BIGINT NOT NULL, "
        "started_at BIGINT NOT NULL, finished_at BIGINT NOT NULL, node TEXT NOT NULL, lease_until BIGINT NOT NULL, cancel_wanted BIGINT NOT NULL",
        1));
    session.execute_script(
        "CREATE INDEX job_queue_due ON job_queue (state, due_at);"
        "CREATE INDEX job_queue_user ON job_queue (user_id);"
        "CREATE TABLE job_schedule (name TEXT PRIMARY KEY, kind TEXT NOT NULL, rule TEXT NOT NULL, zone TEXT NOT NULL, payload TEXT NOT NULL, next_at BIGINT NOT NULL)");
}

void Queue::add_kind(Kind kind) {
    std::string name = kind.name;
    ensure(kinds_.emplace(name, std::move(kind)).second, "a kind of job is added once");
}

const Kind& Queue::kind(const std::string& name) const {
    auto found = kinds_.find(name);
    ensure(found != kinds_.end(), "jobs are taken of kinds that are known");
    return found->second;
}

std::string Queue::label_of(const std::string& kind) const {
    auto found = kinds_.find(kind);
    return found == kinds_.end() ? kind : found->second.label;
}

std::int64_t Queue::add(storage::Session& session, const NewJob& job) {
    ensure(kinds_.contains(job.kind), "a job is of a kind that is known");
    std::int64_t now = DateTime::now().microseconds();
    return session.insert(
        "INSERT INTO job_queue (kind, state, user_id, schedule, payload, due_at, attempts, done, total, note, failure_code, failure, created_at, started_at, finished_at, node, "
        "lease_until, cancel_wanted) VALUES (?1, 'waiting', ?2, ?3, ?4, ?5, 0, 0, 0, '', '', '', ?6, 0, 0, '', 0, 0)",
        {job.kind, job.user ? Value(job.user.number()) : Value(), job.schedule, job.payload.text(), std::max(job.due_at.microseconds(), now), now});
}

std::int64_t Queue::add(const NewJob& job) {
    std::int64_t id = database_.write([&](storage::Session& session) { return add(session, job); });
    wake();
    return id;
}

void Queue::wake() {
    std::lock_guard lock(mutex_);
    ++woken_;
    changed_.notify_all();
}

void Queue::wait(std::int64_t job, std::chrono::milliseconds patience) {
    auto until = std::chrono::steady_clock::now() + patience;
    std::unique_lock lock(mutex_);
    while (true) {
        std::uint64_t seen = ended_;
        lock.unlock();
        State state = find(job).state;
        bool under_way = state == State::Waiting || state == State::Running;
        lock.lock();
        if (!under_way || !changed_.wait_until(lock, until, [&] { return ended_ != seen; })) return;
    }
}

std::uint64_t Queue::woken() {
    std::lock_guard lock(mutex_);
    return woken_;
}

void Queue::wait_for_work(const std::stop_token& stop, std::uint64_t woken, std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, stop, patience, [&] { return woken_ != woken; });
}

std::vector<Job> Queue::list(const Wanted& wanted) {
    return database_.read([&](storage::Session& session) { return list(session, wanted); });
}

std::vector<Job> Queue::list(storage::Session& session, const Wanted& wanted) {
    std::vector<Job> jobs;
    auto rows = session.query("SELECT " + std::string(job_columns) +
                                  " FROM job_queue WHERE (?1 = 0 OR user_id = ?1) AND (?2 = '' OR state = ?2) AND (?3 = '' OR kind = ?3) ORDER BY id DESC LIMIT ?4",
                              {wanted.user ? wanted.user->number() : 0, wanted.state ? std::string(name_of(*wanted.state)) : "", wanted.kind, wanted.limit});
    while (rows->next()) jobs.push_back(job_of(*rows));
    return jobs;
}

Job Queue::find(std::int64_t job, std::optional<RecordId> user) {
    auto found = database_.read([&](storage::Session& session) { return find_job(session, job); });
    if (!found || (user && found->user != *user)) throw Failure(FailureKind::NotFound, "unknown_job", "There is no job " + std::to_string(job) + ", or it is somebody else's.");
    return *std::move(found);
}

Job Queue::cancel(std::int64_t job, std::optional<RecordId> user) {
    find(job, user);
    std::int64_t now = DateTime::now().microseconds();
    database_.write([&](storage::Session& session) {
        session.execute("UPDATE job_queue SET cancel_wanted = 1 WHERE id = ?1 AND state = 'running'", {job});
        bool ended = session.execute("UPDATE job_queue SET state = 'cancelled', finished_at = ?2 WHERE id = ?1 AND state = 'waiting'", {job, now}) > 0;
        if (ended) tell_end(session, job);
    });
    wake();
    return find(job, user);
}

Job Queue::retry(std::int64_t job, std::optional<RecordId> user) {
    find(job, user);
    std::int64_t now = DateTime::now().microseconds();
    bool again = database_.write([&](storage::Session& session) {
        return session.execute("UPDATE job_queue SET state = 'waiting', due_at = ?2, attempts = 0, cancel_wanted = 0, finished_at = 0 WHERE id = ?1 AND state IN ('failed', 'cancelled')", {job, now}) > 0;
    });
    if (!again) throw Failure(FailureKind::Conflict, "job_not_ended", "Only a job that failed or was cancelled can be tried again.");
    wake();
    return find(job, user);
}

std::int64_t Queue::trim(DateTime before) {
    constexpr std::int64_t month = 30 * DateTime::day;
    return database_.write([&](storage::Session& session) {
        return session.execute("DELETE FROM job_queue WHERE (state IN ('done', 'cancelled') AND finished_at < ?1) OR (state = 'failed' AND finished_at < ?2)",
                               {before.microseconds(), before.microseconds() - month});
    });
}

void Queue::tell_end(storage::Session& session, std::int64_t id) const {
    const Job job = find_job(session, id).value();
    if (job.state != State::Done) give_up(session, job);
    for (const auto& listener : end_listeners_) listener(session, job);
}

/// What goes wrong here does not keep the job from ending.
void Queue::give_up(storage::Session& session, const Job& job) const {
    auto found = kinds_.find(job.kind);
    if (found == kinds_.end() || !found->second.gave_up) return;
    try {
        session.savepoint([&] { found->second.gave_up(session, job); });
    } catch (const std::exception& error) {
        log::error("What belonged to job {} could not be ended with it: {}", job.id, error.what());
    }
}

}  // namespace rapport::jobs

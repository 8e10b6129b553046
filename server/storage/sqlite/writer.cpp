#include "storage/sqlite/writer.h"

#include "storage/sqlite/sqlite_session.h"

namespace rapport::storage {

Writer::Writer(std::unique_ptr<Connection> connection, std::function<void()> statistics_refreshed)
    : connection_(std::move(connection)), statistics_(*connection_, std::move(statistics_refreshed)), thread_([this] { work(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void Writer::run(const std::function<void(Session&)>& block) {
    ensure(std::this_thread::get_id() != thread_.get_id(), "a write block does not begin another one");
    Job job(block);
    {
        std::unique_lock lock(mutex_);
        waiting_.push_back(&job);
        changed_.notify_one();
        job.answered.wait(lock, [&] { return job.is_answered; });
    }
    if (job.failure) std::rethrow_exception(std::move(job.failure));
}

void Writer::work() {
    std::vector<Job*> jobs;
    while (true) {
        jobs.clear();
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return is_stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            jobs.swap(waiting_);
        }
        run_group(jobs);
        statistics_.follow();
    }
}

void Writer::run_group(std::span<Job* const> jobs) {
    const std::optional<Failure> failure = try_group(jobs, Undo::Transaction);
    if (failure && failure->code() == "disk_full" && jobs.size() > 1) {
        // One by one, so that the block that is too large for the disk does not take the others with it.
        for (Job* const& job : jobs) run_group(std::span(&job, 1));
        return;
    }
    if (failure)
        for (Job* job : jobs)
            if (!job->failure) job->failure = std::make_exception_ptr(*failure);
    for (Job* job : jobs) answer(*job);
}

void Writer::answer(Job& job) {
    // Told under the lock, because the job is gone as soon as its caller can see the answer.
    const std::lock_guard lock(mutex_);
    job.is_answered = true;
    job.answered.notify_one();
}

std::optional<Failure> Writer::try_group(std::span<Job* const> jobs, Undo undo) {
    try {
        connection_->begin();
        for (Job* job : jobs) {
            if (auto loss = run_job(*job, undo)) return loss;
            bool stays = undo == Undo::Transaction && job->failure && job->has_written;
            if (!stays) continue;
            connection_->rollback();
            // What it wrote goes only with what the others wrote: they write again.
            return jobs.size() == 1 ? std::nullopt : try_group(jobs, Undo::Savepoint);
        }
        connection_->commit();
        return std::nullopt;
    } catch (const Failure& failure) {
        connection_->rollback();
        return failure;
    }
}

std::optional<Failure> Writer::run_job(Job& job, Undo undo) {
    SqliteSession session(*connection_);
    job.failure = nullptr;
    try {
        if (undo == Undo::Transaction) job.block(session);
        else session.savepoint([&] { job.block(session); });
    } catch (...) {
        job.failure = std::current_exception();
    }
    job.has_written = session.traces() > 0;
    // Also when the block made nothing of it.
    return session.loss();
}

}  // namespace rapport::storage

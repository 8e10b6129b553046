#include "jobs/runner.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <future>
#include <random>

#include "base/log.h"

namespace rapport::jobs {
namespace {

constexpr std::chrono::milliseconds minded_every{500};
/// For what other nodes add; what is added here wakes.
constexpr std::chrono::milliseconds asked_every{1000};
constexpr std::int64_t renewed_every = Queue::lease / 4;

std::string new_node_name() {
    std::random_device random;
    return fmt::format("{}-{:08x}{:08x}", getpid(), random(), random());
}

/// In a thread of its own: one that gave way would not be let forward again.
void run_giving_way(const Kind& kind, Work& work) {
    std::async(std::launch::async, [&] {
        constexpr int last_in_line = 19;
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), last_in_line);
        kind.run(work);
    }).get();
}

/// A database that is away is said once, and tried again.
class Patient {
public:
    template <class Work>
    void run(Work&& work) {
        try {
            work();
            reachable_ = true;
        } catch (const std::exception& error) {
            if (reachable_) log::warning("The queue of jobs cannot be worked on: {}", error.what());
            reachable_ = false;
        }
    }

private:
    bool reachable_ = true;
};

}  // namespace

Runner::Runner(storage::Database& database, Queue& queue, Options options) : database_(database), queue_(queue), node_(new_node_name()) {
    for (int i = 0; i <= options.threads; ++i)
        threads_.emplace_back([this, short_only = i == options.threads](const std::stop_token& stop) { work(stop, short_only); });
    threads_.emplace_back([this](const std::stop_token& stop) { mind(stop); });
}

Runner::~Runner() {
    for (auto& thread : threads_) thread.request_stop();
    std::unique_lock lock(mutex_);
    for (Minded& minded : works_) minded.work->interrupt(Interrupted::Why::Stopping);
    lock.unlock();
    threads_.clear();
}

void Runner::work(const std::stop_token& stop, bool short_only) {
    Patient patient;
    while (!stop.stop_requested()) {
        std::optional<Job> job;
        std::uint64_t woken = queue_.woken();
        patient.run([&] { job = queue_.take(node_, DateTime::now(), short_only); });
        if (job) run(*std::move(job), stop);
        else queue_.wait_for_work(stop, woken, asked_every);
    }
}

void Runner::run(Job job, const std::stop_token& stop) {
    Work work(database_, std::move(job), node_);
    {
        std::lock_guard lock(mutex_);
        works_.push_back({&work, DateTime::now(), {}});
        if (stop.stop_requested()) work.interrupt(Interrupted::Why::Stopping);
    }
    Patient patient;
    // When its end cannot be noted, its lease ends, and it is done once more.
    patient.run([&] { attempt(work); });
    std::lock_guard lock(mutex_);
    std::erase_if(works_, [&](const Minded& minded) { return minded.work == &work; });
}

void Runner::attempt(Work& work) {
    try {
        const Kind& kind = queue_.kind(work.job().kind);
        if (kind.waiting == Kind::Waiting::Nobody) run_giving_way(kind, work);
        else kind.run(work);
    } catch (const Interrupted& interrupted) {
        return queue_.interrupted(work, interrupted.why, DateTime::now());
    } catch (const std::exception& error) {
        return queue_.failed(work, error, DateTime::now());
    }
    queue_.finish(work, DateTime::now());
}

void Runner::mind(const std::stop_token& stop) {
    Patient patient;
    std::mutex mutex;
    std::condition_variable_any stopped;
    while (!stop.stop_requested()) {
        DateTime now = DateTime::now();
        patient.run([&] {
            mind_works(now);
            queue_.take_back(now);
            queue_.start_due_schedules(now);
        });
        std::unique_lock lock(mutex);
        stopped.wait_for(lock, stop, minded_every, [] { return false; });
    }
}

void Runner::mind_works(DateTime now) {
    // Held all the while: the works stay.
    std::lock_guard lock(mutex_);
    for (Minded& minded : works_) {
        Progress progress = minded.work->progress();
        bool is_due = now.microseconds() - minded.renewed_at.microseconds() > renewed_every;
        if (!is_due && progress == minded.told && !queue_.is_cancelled(*minded.work)) continue;
        if (auto why = queue_.renew(*minded.work, now)) minded.work->interrupt(*why);
        minded.renewed_at = now;
        minded.told = std::move(progress);
    }
}

}  // namespace rapport::jobs

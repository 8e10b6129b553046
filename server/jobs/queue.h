#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "jobs/kind.h"
#include "jobs/schedule.h"
#include "storage/database.h"

namespace rapport::jobs {

/// Makes the tables; one of the migrations.
void create_tables(storage::Session& session);

/// Work that outlives the request, the process and the machine that asked for it. Kept in the database; any node may do it,
/// one at a time (Runner). Safe to use from any thread.
class Queue {
public:
    /// How long a node that has taken a job counts as alive without having said so.
    static constexpr std::int64_t lease = 30 * DateTime::second;

    explicit Queue(storage::Database& database) : database_(database) {}

    // While the program starts, before any node works.

    void add_kind(Kind kind);
    /// Has work of a kind done by a schedule; a schedule of that name that is there already becomes this one. What was
    /// missed while no node ran is done once.
    void keep_schedule(const Schedule& schedule);
    void drop_schedule(const std::string& name);

    /// Called when a job ends, however it does, in the transaction that ends it.
    void on_end(std::function<void(storage::Session&, const Job&)> listener) { end_listeners_.push_back(std::move(listener)); }

    // For those who have something to do.

    /// In the transaction of the change that it follows from; wake() after the commit begins at once. Answers its id.
    std::int64_t add(storage::Session& session, const NewJob& job);
    std::int64_t add(const NewJob& job);
    /// Tells this node's runner that there is something to do.
    void wake();
    /// Waits until the job has ended on this node, or the time is over.
    void wait(std::int64_t job, std::chrono::milliseconds patience);

    // For those who look after it. `user`: only jobs for this one; otherwise Failure(NotFound, "unknown_job").

    struct Wanted {
        std::optional<RecordId> user = {};
        std::optional<State> state = {};
        std::string kind = {};  // all, when empty
        std::int64_t limit = 100;
    };
    /// The newest first.
    std::vector<Job> list(const Wanted& wanted);
    std::vector<Job> list(storage::Session& session, const Wanted& wanted);
    Job find(std::int64_t job, std::optional<RecordId> user = std::nullopt);
    /// Ends it: at once when it waits, otherwise as soon as its work looks.
    Job cancel(std::int64_t job, std::optional<RecordId> user = std::nullopt);
    /// Another round of attempts for what failed or was cancelled. Throws Failure(Conflict, "job_not_ended").
    Job retry(std::int64_t job, std::optional<RecordId> user = std::nullopt);
    struct Scheduled {
        Schedule schedule;
        DateTime next_at;  // 0: never again
    };
    std::vector<Scheduled> schedules();
    /// Forgets jobs that were done or cancelled before that moment, and failed ones a month later.
    std::int64_t trim(DateTime before);

    /// For people; the name itself for a kind that this program does not know.
    std::string label_of(const std::string& kind) const;

    // For the runner.

    /// Takes a job that is due, if there is one.
    std::optional<Job> take(const std::string& node, DateTime now, bool short_only);
    /// What nodes have taken that are gone goes back, or is given up.
    void take_back(DateTime now);
    void start_due_schedules(DateTime now);
    /// Renews the lease; answers why the work is not to go on, if it is not.
    std::optional<Interrupted::Why> renew(const Work& work, DateTime now);
    void finish(const Work& work, DateTime now);
    void interrupted(const Work& work, Interrupted::Why why, DateTime now);
    /// Tries again later, or gives up where that would not help.
    void failed(const Work& work, const std::exception& failure, DateTime now);
    const Kind& kind(const std::string& name) const;
    bool is_cancelled(const Work& work);
    /// How often there was something new; and waits until it is more than that, for so long at most.
    std::uint64_t woken();
    void wait_for_work(const std::stop_token& stop, std::uint64_t woken, std::chrono::milliseconds patience);

private:
    void end(const Work& work, State state, DateTime due_at, DateTime now, std::string_view code, std::string_view reason, int attempts);
    void tell_end(storage::Session& session, std::int64_t job) const;
    void give_up(storage::Session& session, const Job& job) const;

    storage::Database& database_;
    std::map<std::string, Kind, std::less<>> kinds_;
    std::vector<std::function<void(storage::Session&, const Job&)>> end_listeners_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::uint64_t woken_ = 0;
    std::uint64_t ended_ = 0;  // jobs on this node, or cancelled here
};

}  // namespace rapport::jobs

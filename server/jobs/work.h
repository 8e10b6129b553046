#pragma once

#include <atomic>
#include <mutex>
#include <optional>

#include "jobs/job.h"
#include "storage/database.h"

namespace rapport::jobs {

/// Thrown out of work that is not to go on. Not a std::exception: who makes something of failures lets it pass.
struct Interrupted {
    enum class Why {
        Cancelled,
        Stopping,  // the program ends: somebody goes on with it
        Lost,      // another node has taken it, having heard nothing of this one for too long
    };
    Why why;
};

/// One attempt at a job, for the one who does it.
class Work {
public:
    Work(storage::Database& database, Job job, std::string node) : database_(database), job_(std::move(job)), node_(std::move(node)) {}

    const Job& job() const { return job_; }
    const Json& payload() const { return job_.payload; }

    /// Throws Interrupted when there is a reason not to go on. To be called often.
    void check() const;
    /// Says how far it is; costs nothing. As check().
    void report(Progress progress);
    /// Runs a block in a transaction that goes through only while this attempt is the one that counts: so what a block
    /// does is done once, if the block itself notes that it did it. As check().
    /// `lock`, of Dialect, stands before the block's first look at the data.
    void write(const std::function<void(storage::Session&)>& block, const std::string& lock = {});
    /// In such a block: what the next attempt finds as its payload.
    void keep(storage::Session& session, const Json& payload) const;

    // For the runner.

    void interrupt(Interrupted::Why why);
    Progress progress() const;
    const std::string& node() const { return node_; }

private:
    storage::Database& database_;
    const Job job_;
    const std::string node_;
    std::atomic<int> interrupted_{-1};  // Interrupted::Why
    mutable std::mutex mutex_;
    Progress progress_;
};

}  // namespace rapport::jobs

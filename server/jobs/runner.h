#pragma once

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "jobs/queue.h"

namespace rapport::jobs {

/// The threads of one node that do what is in the queue. Ends what it does when it goes: work that looks (Work::check) is
/// left for whoever comes next, other work is waited for.
class Runner {
public:
    struct Options {
        int threads = 2;  // and one more, for short work alone
    };
    Runner(storage::Database& database, Queue& queue) : Runner(database, queue, Options()) {}
    Runner(storage::Database& database, Queue& queue, Options options);
    ~Runner();

private:
    void work(const std::stop_token& stop, bool short_only);
    void run(Job job, const std::stop_token& stop);
    void attempt(Work& work);
    /// Renews leases, passes on what is to be cancelled, starts what is due by the clock.
    void mind(const std::stop_token& stop);
    void mind_works(DateTime now);

    storage::Database& database_;
    Queue& queue_;
    const std::string node_;
    std::mutex mutex_;
    struct Minded {
        Work* work;
        DateTime renewed_at;
        Progress told;
    };
    std::vector<Minded> works_;
    std::vector<std::jthread> threads_;
};

}  // namespace rapport::jobs

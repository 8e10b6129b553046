#pragma once

#include <functional>
#include <string>

#include "jobs/work.h"

namespace rapport::jobs {

/// Work of one kind: how it is done. Registered with Queue::add_kind() while the program starts.
struct Kind {
    std::string name;   // "import", "trash.empty": stands in the database, so it is never changed
    std::string label;  // for people
    /// Does it. An attempt may end anywhere, as when the machine fails, and the next one begins at the start: what was done
    /// before has to be found again (see Work::write). Whatever it throws ends the attempt.
    std::function<void(Work&)> run;
    /// Ends what belongs to a job that run() did not bring to an end: it was cancelled, or given up. In the transaction that
    /// ends the job, so that neither happens without the other.
    std::function<void(storage::Session&, const Job&)> gave_up = {};
    int most_attempts = 8;
    enum class Length { Short, Long };
    Length length = Length::Long;  // long work leaves a thread to the short
    enum class Waiting { Somebody, Nobody };
    Waiting waiting = Waiting::Somebody;  // what nobody waits for leaves the processors to everything else
};

}  // namespace rapport::jobs

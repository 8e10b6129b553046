#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/json.h"
#include "base/record_id.h"

namespace rapport::jobs {

enum class State {
    Waiting,    // for its time, or for a thread that is free
    Running,
    Done,
    Failed,     // given up; the reason stands with it
    Cancelled,
};
std::string_view name_of(State state);
/// Throws Failure(Invalid, "out_of_range").
State state_of(std::string_view name);

struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0;  // 0 when unknown
    std::string note = {};   // for people: what is being done

    friend bool operator==(const Progress&, const Progress&) = default;
};

/// A piece of work, as it is kept in the queue.
struct Job {
    std::int64_t id = 0;
    std::string kind;
    State state = State::Waiting;
    RecordId user;         // for whom; none for the system
    std::string schedule;  // the one that it comes from; empty for none
    Json payload;          // what its kind needs to know
    DateTime due_at;
    int attempts = 0;
    Progress progress;
    std::string failure_code, failure;  // why the last attempt failed
    DateTime created_at, started_at, finished_at;  // 0 when not yet
};

/// What there is to be done.
struct NewJob {
    std::string kind;
    Json payload = {};
    RecordId user = {};
    DateTime due_at = {};  // at once when not said
    std::string schedule = {};
};

}  // namespace rapport::jobs

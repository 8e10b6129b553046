#pragma once

#include <optional>
#include <string_view>

#include "jobs/job.h"
#include "storage/database.h"

namespace rapport::jobs {

/// What job_of() reads, in its order.
inline constexpr std::string_view job_columns =
    "id, kind, state, user_id, schedule, payload, due_at, attempts, done, total, note, failure_code, failure, created_at, started_at, finished_at";

Job job_of(const storage::Cursor& row);
std::optional<Job> find_job(storage::Session& session, std::int64_t id);

}  // namespace rapport::jobs

#include "jobs/rows.h"

namespace rapport::jobs {

Job job_of(const storage::Cursor& row) {
    Job job;
    int i = 0;
    job.id = row.integer(i++);
    job.kind = row.text(i++);
    job.state = state_of(row.text(i++));
    job.user = RecordId(row.value(i++).integer_or(0));
    job.schedule = row.text(i++);
    job.payload = Json::parse(row.text(i++));
    job.due_at = DateTime(row.integer(i++));
    job.attempts = static_cast<int>(row.integer(i++));
    job.progress.done = row.integer(i++);
    job.progress.total = row.integer(i++);
    job.progress.note = row.text(i++);
    job.failure_code = row.text(i++);
    job.failure = row.text(i++);
    job.created_at = DateTime(row.integer(i++));
    job.started_at = DateTime(row.integer(i++));
    job.finished_at = DateTime(row.integer(i++));
    return job;
}

std::optional<Job> find_job(storage::Session& session, std::int64_t id) {
    auto row = session.query("SELECT " + std::string(job_columns) + " FROM job_queue WHERE id = ?1", {id});
    return row->next() ? std::optional(job_of(*row)) : std::nullopt;
}

}  // namespace rapport::jobs

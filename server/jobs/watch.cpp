#include "jobs/watch.h"

#include "jobs/rows.h"

namespace rapport::jobs {
namespace {

struct Rows {
    std::int64_t newest = 0;
    std::vector<Job> jobs;  // that are under way, are new, or have ended since
};

template <class Seen>
Rows read_rows(storage::Session& session, std::optional<std::int64_t> newest, const std::map<std::int64_t, Seen>& known) {
    Rows out;
    auto last = session.query("SELECT COALESCE(MAX(id), 0) FROM job_queue", {});
    last->next();
    out.newest = last->integer(0);
    std::map<std::int64_t, Seen> missing = known;
    auto rows = session.query("SELECT " + std::string(job_columns) + " FROM job_queue WHERE state IN ('waiting', 'running') OR id > ?1 ORDER BY id", {newest.value_or(out.newest)});
    while (rows->next()) missing.erase(out.jobs.emplace_back(job_of(*rows)).id);
    for (const auto& [id, seen] : missing)
        if (auto job = find_job(session, id)) out.jobs.push_back(*std::move(job));
    return out;
}

}  // namespace

std::vector<Job> Watch::look(storage::Database& database) {
    if (!newest_) under_way_.clear();
    Rows rows = database.read([&](storage::Session& session) { return read_rows(session, newest_, under_way_); });
    std::vector<Job> changed;
    std::map<std::int64_t, Seen> under_way;
    for (Job& job : rows.jobs) {
        const Seen now{job.state, job.progress};
        auto before = under_way_.find(job.id);
        const bool is_news = newest_ && (before == under_way_.end() || !(before->second == now));
        if (job.state == State::Waiting || job.state == State::Running) under_way.emplace(job.id, now);
        if (is_news) changed.push_back(std::move(job));
    }
    under_way_ = std::move(under_way);
    newest_ = rows.newest;
    return changed;
}

}  // namespace rapport::jobs

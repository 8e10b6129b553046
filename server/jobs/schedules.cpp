#include "base/failure.h"
#include "base/log.h"
#include "jobs/queue.h"

// What the queue does by the clock.
namespace rapport::jobs {
namespace {

constexpr std::string_view schedule_columns = "name, kind, rule, zone, payload, next_at";

Queue::Scheduled scheduled_of(const storage::Cursor& row) {
    return {{std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), Json::parse(row.text(4))}, DateTime(row.integer(5))};
}

/// 0 for never.
std::int64_t next_after(const Schedule& schedule, DateTime now) { return next_time(schedule, now).value_or(DateTime()).microseconds(); }

}  // namespace

void Queue::keep_schedule(const Schedule& schedule) {
    ensure(kinds_.contains(schedule.kind), "what is scheduled is of a kind that is known");
    std::string payload = schedule.payload.text();
    bool is_kept = database_.read([&](storage::Session& session) {
        return session.value("SELECT 1 FROM job_schedule WHERE name = ?1 AND kind = ?2 AND rule = ?3 AND zone = ?4 AND payload = ?5",
                             {schedule.name, schedule.kind, schedule.rule, schedule.zone, payload}).has_value();
    });
    // Its next time stays: it may have come while no node ran.
    if (is_kept) return;
    database_.write([&](storage::Session& session) {
        session.execute(
            "INSERT INTO job_schedule (name, kind, rule, zone, payload, next_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
            "ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, rule = excluded.rule, zone = excluded.zone, payload = excluded.payload, next_at = excluded.next_at",
            {schedule.name, schedule.kind, schedule.rule, schedule.zone, payload, next_after(schedule, DateTime::now())});
    });
}

void Queue::drop_schedule(const std::string& name) {
    database_.write([&](storage::Session& session) { session.execute("DELETE FROM job_schedule WHERE name = ?1", {name}); });
}

std::vector<Queue::Scheduled> Queue::schedules() {
    return database_.read([&](storage::Session& session) {
        std::vector<Scheduled> out;
        auto rows = session.query("SELECT " + std::string(schedule_columns) + " FROM job_schedule ORDER BY name");
        while (rows->next()) out.push_back(scheduled_of(*rows));
        return out;
    });
}

void Queue::start_due_schedules(DateTime now) {
    for (const auto& [schedule, next_at] : schedules()) {
        bool due = next_at.microseconds() != 0 && next_at <= now;
        if (!due || !kinds_.contains(schedule.kind)) continue;
        bool added = database_.write([&](storage::Session& session) {
            auto mine = session.execute("UPDATE job_schedule SET next_at = ?3 WHERE name = ?1 AND next_at = ?2", {schedule.name, next_at.microseconds(), next_after(schedule, now)});
            if (mine == 0) return false;  // another node was faster
            bool under_way = session.value("SELECT 1 FROM job_queue WHERE state IN ('waiting', 'running') AND schedule = ?1 LIMIT 1", {schedule.name}).has_value();
            if (!under_way) add(session, {schedule.kind, schedule.payload, {}, {}, schedule.name});
            return !under_way;
        });
        if (added) wake();
    }
}

}  // namespace rapport::jobs

#include "app/house_keeping.h"

#include "api/idempotency.h"
#include "imports/run_store.h"
#include "records/outbox.h"

namespace rapport::app {
namespace {

/// As docs/live.md says.
constexpr std::int64_t outbox_age = 2 * DateTime::day;
/// As docs/api.md says.
constexpr std::int64_t answer_age = DateTime::day;
/// For looking up what became of a job.
constexpr std::int64_t job_age = 30 * DateTime::day;
/// For trying a failed import again.
constexpr std::int64_t import_file_age = 7 * DateTime::day;

DateTime ago(std::int64_t age) { return DateTime(DateTime::now().microseconds() - age); }

}  // namespace

void add_house_keeping(jobs::Queue& queue, storage::Database& database, identity::Identity& identity) {
    auto add = [&](const std::string& name, const std::string& label, const std::string& rule, const std::function<void()>& work) {
        queue.add_kind({.name = name, .label = label, .run = [work](jobs::Work&) { work(); }, .length = jobs::Kind::Length::Short});
        queue.keep_schedule({name, name, rule});
    };
    add("outbox.trim", "Forget old changes that screens have shown", "7 * * * *", [&] { records::trim_outbox(database, ago(outbox_age)); });
    add("answers.trim", "Forget answers to requests that could have come twice", "11 * * * *", [&] { api::forget_answers(database, ago(answer_age)); });
    add("sessions.trim", "Forget sessions that have ended", "17 3 * * *", [&] { identity.forget_ended_sessions(); });
    add("imports.trim", "Forget files of imports", "27 3 * * *", [&] { imports::RunStore(database).forget_old_files(ago(import_file_age)); });
    add("jobs.trim", "Forget old jobs", "37 3 * * *", [&] { queue.trim(ago(job_age)); });
}

}  // namespace rapport::app

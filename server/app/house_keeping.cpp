#include "app/house_keeping.h"

#include "api/idempotency.h"
#include "files/unused.h"
#include "imports/run_store.h"
#include "notifications/inbox.h"
#include "records/empty_trash.h"
#include "records/outbox.h"

namespace rapport::app {
namespace {

/// As docs/live.md says.
constexpr std::int64_t outbox_age = 2 * DateTime::day;
/// As docs/api.md says.
constexpr std::int64_t answer_age = DateTime::day;
/// For looking up what became of a job.
constexpr std::int64_t job_age = 30 * DateTime::day;
/// As docs/files.md says.
constexpr std::int64_t content_age = 7 * DateTime::day;
/// For trying a failed import again.
constexpr std::int64_t import_file_age = 7 * DateTime::day;

/// As docs/api.md says.
constexpr std::int64_t account_event_age = 365 * DateTime::day;
/// As docs/using.md says.
constexpr std::int64_t notification_age = 90 * DateTime::day;
constexpr std::int64_t most_notifications = 500;

DateTime ago(std::int64_t age) { return DateTime(DateTime::now().microseconds() - age); }

/// As long as the organization does not say how long things stay in the trash, they stay.
void empty_trash(jobs::Work& work, records::Service& service) {
    auto days = service.database().read([](storage::Session& session) { return records::days_in_trash(session); });
    if (!days) return;
    records::empty_trash(service, security::Actor::system("trash"), ago(*days * DateTime::day), [&](const records::EmptiedTrash& so_far) { work.report({so_far.records, 0}); });
}

}  // namespace

void add_house_keeping(jobs::Queue& queue, records::Service& service, identity::Identity& identity, files::Files& files) {
    using Length = jobs::Kind::Length;
    storage::Database& database = service.database();
    auto add_kind = [&](const std::string& name, const std::string& label, const std::string& rule, Length length, const std::function<void(jobs::Work&)>& work) {
        queue.add_kind({.name = name, .label = label, .run = work, .length = length, .waiting = jobs::Kind::Waiting::Nobody});
        queue.keep_schedule({name, name, rule});
    };
    auto add = [&](const std::string& name, const std::string& label, const std::string& rule, const std::function<void()>& work) {
        add_kind(name, label, rule, Length::Short, [work](jobs::Work&) { work(); });
    };
    add("outbox.trim", "Forget old changes that screens have shown", "7 * * * *", [&] { records::trim_outbox(database, ago(outbox_age)); });
    add("answers.trim", "Forget answers to requests that could have come twice", "11 * * * *", [&] { api::forget_answers(database, ago(answer_age)); });
    add("sessions.trim", "Forget sessions that have ended", "17 3 * * *", [&] {
        identity.forget_ended_sessions();
        identity::forget_account_events(database, ago(account_event_age));
    });
    add("imports.trim", "Forget files of imports", "27 3 * * *", [&] { imports::RunStore(database).forget_old_files(ago(import_file_age)); });
    add_kind("trash.empty", "Empty the trash of what has been there for long", "47 3 * * *", Length::Long, [&](jobs::Work& work) { empty_trash(work, service); });
    add_kind("files.trim", "Remove contents of files that nobody has named for a week", "57 3 * * *", Length::Long, [&](jobs::Work&) { files::remove_unused(files, DateTime::now(), ago(content_age)); });
    add("notifications.trim", "Forget old notifications", "7 4 * * *", [&] { notifications::trim(database, ago(notification_age), most_notifications); });
    add("jobs.trim", "Forget old jobs", "37 3 * * *", [&] { queue.trim(ago(job_age)); });
}

}  // namespace rapport::app

#include "app/backup_job.h"

#include "app/back_up.h"
#include "app/restoring.h"
#include "app/secrets.h"

namespace rapport::app {
namespace {

constexpr std::string_view kind_name = "backup";
constexpr std::string_view every_night = "30 2 * * *";
constexpr std::string_view never = "never";
constexpr std::int64_t kept_by_default = 7;

struct Settings {
    std::string rule{every_night};
    std::string zone = "UTC";
    std::int64_t kept = kept_by_default;
};

Settings read_settings(storage::Database& database) {
    return database.read([](storage::Session& session) {
        Settings settings;
        auto row = session.query("SELECT backup_rule, time_zone, backups_kept FROM organization WHERE deleted_at IS NULL ORDER BY id LIMIT 1");
        if (!row->next()) return settings;
        if (!row->is_null(0)) settings.rule = row->text(0);
        if (!row->is_null(1)) settings.zone = row->text(1);
        if (!row->is_null(2)) settings.kept = row->integer(2);
        return settings;
    });
}

jobs::Schedule schedule_of(const Settings& settings) { return {std::string(kind_name), std::string(kind_name), settings.rule, settings.zone}; }

/// Says how many tables it has been through; a job that is cancelled ends there.
backups::Progress told_to(jobs::Work& work, const std::string& step) {
    return [&work, step, done = std::int64_t{0}](const std::string& table) mutable { work.report({++done, 0, step + " " + table}); };
}

void run(jobs::Work& work, storage::Database& database, const std::filesystem::path& data, const std::filesystem::path& folder) {
    const auto backup = back_up(database, {data, folder}, told_to(work, "Backing up"));
    const auto findings = verify(backup, read_key(data), told_to(work, "Verifying"));
    if (!findings.empty())
        throw Failure(FailureKind::Conflict, "backup_differs", "The backup was made, but restored for a try it is not as it should be: " + findings.front().message + " Nothing older was removed.");
    backups::note_verified(backup.folder);
    backups::keep_newest(folder, static_cast<std::size_t>(read_settings(database).kept));
}

}  // namespace

void add_backup_kind(jobs::Queue& queue, storage::Database& database, const std::filesystem::path& data, const std::filesystem::path& folder) {
    queue.add_kind({.name = std::string(kind_name), .label = "Back up", .run = [&database, data, folder](jobs::Work& work) { run(work, database, data, folder); }, .most_attempts = 3, .waiting = jobs::Kind::Waiting::Nobody});
}

void keep_backup_schedule(jobs::Queue& queue, storage::Database& database) {
    const Settings settings = read_settings(database);
    if (settings.rule == never) queue.drop_schedule(std::string(kind_name));
    else queue.keep_schedule(schedule_of(settings));
}

void BackupSchedule::before_save(records::Change& change) const {
    Value& rule = change.after["backup_rule"];
    if (rule.is_null() || rule.text() == never) return;
    try {
        jobs::next_time({std::string(kind_name), std::string(kind_name), std::string(rule.text())}, DateTime::now());
    } catch (const Failure& failure) {
        if (failure.code() != "invalid_schedule") throw;
        change.refuse("backup_rule", failure.code(), std::string(failure.what()) + " Write it as cron does, such as 30 2 * * * for half past two every night, or never.");
    }
}

}  // namespace rapport::app

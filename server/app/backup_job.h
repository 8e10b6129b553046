#pragma once

#include <filesystem>

#include "jobs/queue.h"
#include "records/hook.h"
#include "storage/database.h"

namespace rapport::app {

/// Lets the queue back the workspace in `data` up into `folder`: each backup is restored for a try before older ones go.
void add_backup_kind(jobs::Queue& queue, storage::Database& database, const std::filesystem::path& data, const std::filesystem::path& folder);

/// Has backups made when the organization says: every night unless it says otherwise.
void keep_backup_schedule(jobs::Queue& queue, storage::Database& database);

/// Refuses a schedule that nobody could keep.
class BackupSchedule final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::app

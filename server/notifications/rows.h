#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "notifications/notification.h"
#include "storage/database.h"

namespace rapport::notifications {

constexpr std::string_view app_channel = "app";

/// The columns that notification_of() reads.
constexpr std::string_view notification_columns = "id, type, shown_with, object, records, record_count, actor_id, details, happened_at, read_at, snoozed_until";
Notification notification_of(const storage::Cursor& row);

std::string records_text(const std::vector<RecordId>& records);
std::vector<RecordId> read_records(std::string_view text);

/// Says that what these people are shown has changed: see Watch.
void note_change(storage::Session& session, const std::set<RecordId>& users);

}  // namespace rapport::notifications

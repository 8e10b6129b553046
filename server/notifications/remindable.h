#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/series.h"
#include "notifications/notification.h"
#include "storage/database.h"

namespace rapport::notifications {

/// An object of whose records people are reminded.
struct RemindedObject {
    std::string_view name;
    Type type;
    std::vector<std::string> set_by;  // the fields that say when
    std::string_view columns;         // what read_remindables() reads
};
const std::array<RemindedObject, 2>& reminded_objects();

/// One time at which people are to be reminded of a record.
struct Reminder {
    DateTime at;
    Json details;  // News::details
};

/// A record with a reminder, as it is now.
struct Remindable {
    RecordId record, owner;
    DateTime reminder_at;
    bool is_open = false;              // neither done, nor called off, nor in the trash
    std::optional<Date> due_date;      // of a task
    bool is_event = false;
    bool all_day = false;
    calendar::SeriesFacts times;       // of an event
    std::vector<std::string> invited;  // e-mail addresses

    Json details(DateTime starts_at) const;
    /// The first reminder after that moment: of an event that recurs one for each time, as long before as at the first.
    std::optional<Reminder> next(DateTime after) const;
};

/// Those that have a reminder. `where` is further conditions, beginning with AND.
std::vector<Remindable> read_remindables(storage::Session& session, const RemindedObject& object, const std::string& where, std::initializer_list<Value> parameters);

}  // namespace rapport::notifications

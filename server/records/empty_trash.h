#pragma once

#include <functional>
#include <optional>

#include "base/calendar.h"
#include "records/service.h"

namespace rapport::records {

struct EmptiedTrash {
    std::int64_t records = 0;  // removed for good
    std::int64_t kept = 0;     // left, since others need them
};

/// How long things stay in the trash, as the organization says; none: until somebody empties it.
std::optional<int> days_in_trash(storage::Session& session);

/// Removes what went to the trash before that moment for good, with what hung on it: records, their values in the history,
/// and references to them. That they were there, and who removed them when, stays in the history. People and settings stay,
/// since all else names them. In short transactions, so that others can write meanwhile. `progress` is called with each.
EmptiedTrash empty_trash(Service& service, const security::Actor& actor, DateTime before, const std::function<void(const EmptiedTrash&)>& progress = {});
/// How many records that would be, at most.
std::int64_t count_trash(storage::Session& session, DateTime before);

}  // namespace rapport::records

#pragma once

#include <cstdint>
#include <map>
#include <set>

#include "base/calendar.h"
#include "base/record_id.h"
#include "storage/database.h"

namespace rapport::notifications {

/// Sees for whom something has changed, on whatever node. Used by one thread at a time.
class Watch {
public:
    /// Those of these people whose notifications have changed since it looked for them last; nobody the first time.
    std::set<RecordId> look(storage::Database& database, const std::set<RecordId>& people);

private:
    std::map<RecordId, std::int64_t> seen_;
};

}  // namespace rapport::notifications

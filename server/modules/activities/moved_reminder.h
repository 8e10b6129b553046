#pragma once

#include "base/calendar.h"
#include "base/value.h"
#include "records/hook.h"

namespace rapport::activities {

/// A reminder that is as far from another time as clocks there show for these two; blank where there is none.
Value moved_reminder(const Value& reminder, std::int64_t microseconds, const TimeZone& zone);

/// Whoever moves a task or an event means its reminder, too, unless they say when that is to be.
class MovedReminder final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::activities

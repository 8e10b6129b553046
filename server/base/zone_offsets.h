#pragma once

#include <cstdint>
#include <memory>

#include "base/calendar.h"

namespace rapport {

/// How far the clocks of a time zone are from UTC. Costly to make: for those who ask for many moments.
class ZoneOffsets {
public:
    explicit ZoneOffsets(const TimeZone& zone);
    ~ZoneOffsets();

    /// Microseconds to add to UTC at that moment.
    std::int64_t at(DateTime moment) const;
    /// What clocks show at that moment, written as if it were UTC; and the moment at which they show that: the first, where
    /// there are two.
    DateTime wall_at(DateTime moment) const { return DateTime(moment.microseconds() + at(moment)); }
    DateTime moment_of(DateTime wall) const;

private:
    struct Rules;
    std::unique_ptr<const Rules> rules_;
};

}  // namespace rapport

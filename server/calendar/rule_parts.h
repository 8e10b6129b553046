#pragma once

#include <string>
#include <string_view>

#include "base/zone_offsets.h"

namespace rapport::calendar {

/// The rule as clocks on walls have it: UNTIL, which is a moment (RFC 5545, section 3.3.10), as they show it.
std::string wall_rule(std::string_view rule, const ZoneOffsets& clocks);

}  // namespace rapport::calendar

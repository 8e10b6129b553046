#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"

namespace rapport::metadata::types {

/// A length of time as people write it, in seconds: "1:30" (hours and minutes), "1:30:15", "90 min", "1h 30m", "1.5 h",
/// "2 days". A number without a unit is refused, as nobody can tell seconds from minutes. Problem: "invalid_duration".
Result<std::int64_t> parse_written_duration(std::string_view written);

}  // namespace rapport::metadata::types

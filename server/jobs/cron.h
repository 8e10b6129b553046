#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rapport::jobs {

/// Minute, hour, day of the month, month and day of the week as rules of iCalendar: two where both days are named, because
/// cron takes either. Lists, ranges, steps and English names of months and days. Problem: "invalid_schedule".
Result<std::vector<std::string>> rules_of_cron(std::string_view text);

}  // namespace rapport::jobs

#pragma once

#include "calendar/series.h"
#include "records/record.h"

namespace rapport::activities {

/// When an event that recurs happens. Problems: those of Series::read().
Result<calendar::Series> series_of(const records::Record& event);

}  // namespace rapport::activities

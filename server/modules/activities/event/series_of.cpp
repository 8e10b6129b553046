#include "modules/activities/event/series_of.h"

namespace rapport::activities {

Result<calendar::Series> series_of(const records::Record& event) {
    auto text = [&](std::string_view name) { return event[name].is_text() ? std::string(event[name].text()) : std::string(); };
    return calendar::Series::read({DateTime(event["starts_at"].integer()), DateTime(event["ends_at"].integer()), text("recurrence"), text("time_zone"), text("excluded_dates")});
}

}  // namespace rapport::activities

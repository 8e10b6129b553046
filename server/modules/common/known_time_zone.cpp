#include "modules/common/known_time_zone.h"

#include "base/calendar.h"

namespace rapport::modules {

void KnownTimeZone::before_save(records::Change& change) const {
    const Value& zone = change.after["time_zone"];
    if (!zone.is_text() || !change.changes("time_zone")) return;
    if (auto found = TimeZone::find(zone.text()); !found) change.refuse("time_zone", found.error().code, found.error().message);
}

}  // namespace rapport::modules

#include "documents/recurrence/recurrence.h"

#include <libical/ical.h>

#include <ctime>
#include <string>

#include "base/text.h"

namespace rapport::documents {
namespace {

icaltimetype to_ical(DateTime moment) { return icaltime_from_timet_with_zone(static_cast<std::time_t>(moment.microseconds() / DateTime::second), 0, nullptr); }

DateTime from_ical(const icaltimetype& time) { return DateTime(static_cast<std::int64_t>(icaltime_as_timet(time)) * DateTime::second); }

}  // namespace

struct Recurrence::Rule {
    icalrecurrencetype rule;
    DateTime first;
};

Result<Recurrence> Recurrence::parse(std::string_view rule, DateTime first) {
    auto refuse = [&](const std::string& why) {
        return tl::unexpected(Problem{"", "invalid_recurrence", text::quoted(rule) + " is no rule of recurrence: " + why + " Write it as FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0."});
    };
    if (rule.find("FREQ=") == std::string_view::npos) return refuse("it does not say how often (FREQ).");
    icalrecurrencetype read = icalrecurrencetype_from_string(std::string(rule).c_str());
    if (read.freq == ICAL_NO_RECURRENCE) return refuse("it cannot be read.");
    if (read.freq == ICAL_SECONDLY_RECURRENCE) return refuse("nothing happens every second here.");
    return Recurrence(std::make_shared<const Rule>(Rule{read, first}));
}

std::optional<DateTime> Recurrence::next(DateTime after) const {
    std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> times(icalrecur_iterator_new(rule_->rule, to_ical(rule_->first)), &icalrecur_iterator_free);
    if (!times) return std::nullopt;
    // What is counted has to be counted from its beginning.
    if (rule_->rule.count == 0 && after > rule_->first) icalrecur_iterator_set_start(times.get(), to_ical(after));
    for (;;) {
        icaltimetype time = icalrecur_iterator_next(times.get());
        if (icaltime_is_null_time(time)) return std::nullopt;
        if (DateTime found = from_ical(time); found > after) return found;
    }
}

}  // namespace rapport::documents

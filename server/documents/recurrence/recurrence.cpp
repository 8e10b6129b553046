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

/// Goes through them in order; may begin with some from before `after`.
class Recurrence::Times {
public:
    Times(const Rule& rule, DateTime after) : times_(icalrecur_iterator_new(rule.rule, to_ical(rule.first)), &icalrecur_iterator_free) {
        // What is counted has to be counted from its beginning.
        if (times_ && rule.rule.count == 0 && after > rule.first) icalrecur_iterator_set_start(times_.get(), to_ical(after));
    }

    std::optional<DateTime> next() {
        if (!times_) return std::nullopt;
        icaltimetype time = icalrecur_iterator_next(times_.get());
        return icaltime_is_null_time(time) ? std::nullopt : std::optional(from_ical(time));
    }

private:
    std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> times_;
};

std::optional<DateTime> Recurrence::next(DateTime after) const {
    Times times(*rule_, after);
    auto found = times.next();
    while (found && *found <= after) found = times.next();
    return found;
}

std::vector<DateTime> Recurrence::between(DateTime from, DateTime before, std::size_t most) const {
    std::vector<DateTime> out;
    Times times(*rule_, from);
    for (auto found = times.next(); found && *found < before && out.size() < most; found = times.next())
        if (*found >= from) out.push_back(*found);
    return out;
}

}  // namespace rapport::documents

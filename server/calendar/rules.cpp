#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "calendar/rule_parts.h"
#include "calendar/series.h"
#include "documents/recurrence/rule_text.h"

namespace rapport::calendar {
namespace {

using documents::RuleText;

constexpr std::array weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::int64_t most_times = 1000;

Problem invalid(const std::string& why) { return {"recurrence", "invalid_recurrence", "This rule cannot be kept: " + why}; }

std::int64_t number_of(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// "20261123T090000Z"
std::string compact(DateTime moment) {
    std::string out;
    for (char c : moment.text().substr(0, 19))
        if (c != '-' && c != ':') out += c;
    return out + "Z";
}

Result<DateTime> read_compact(std::string_view text) {
    constexpr std::size_t length = 16;
    if (text.size() != length || text[8] != 'T' || text.back() != 'Z')
        return tl::unexpected(Problem{"excluded_dates", "invalid_datetime", text::quoted(std::string(text)) + " is no moment: write it as 20261123T090000Z."});
    const std::string spread = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6, 2)) + "T" + std::string(text.substr(9, 2)) + ":" +
                               std::string(text.substr(11, 2)) + ":" + std::string(text.substr(13, 2)) + "Z";
    return DateTime::parse(spread);
}

}  // namespace

Result<std::set<DateTime>> read_moments(std::string_view text) {
    std::set<DateTime> out;
    for (std::string_view part : text::split(text, ',')) {
        if (text::trim(part).empty()) continue;
        auto moment = read_compact(text::trim(part));
        if (!moment) return tl::unexpected(moment.error());
        out.insert(*moment);
    }
    return out;
}

std::string write_moments(const std::set<DateTime>& moments) {
    std::string out;
    for (DateTime moment : moments) out += (out.empty() ? "" : ",") + compact(moment);
    return out;
}

std::string wall_rule(std::string_view text, const ZoneOffsets& clocks) {
    RuleText rule(text);
    const std::string until(rule.part("UNTIL"));
    if (until.ends_with('Z')) {
        if (auto moment = read_compact(until)) {
            std::string wall = compact(clocks.wall_at(*moment));
            wall.pop_back();
            rule.set("UNTIL", wall);
        }
    } else if (!until.empty() && until.find('T') == std::string::npos) {
        rule.set("UNTIL", until + "T235959");  // the whole of its last day
    }
    return rule.text();
}

Result<std::string> checked_rule(std::string_view text, DateTime first) {
    RuleText rule(text);
    const std::string_view often = rule.part("FREQ");
    if (often != "DAILY" && often != "WEEKLY" && often != "MONTHLY" && often != "YEARLY") return tl::unexpected(invalid("an event recurs daily, weekly, monthly or yearly, such as FREQ=WEEKLY;BYDAY=MO."));
    for (auto name : {"BYHOUR", "BYMINUTE", "BYSECOND"})
        if (!rule.part(name).empty()) return tl::unexpected(invalid("the time of day is that of the event, so leave out " + std::string(name) + "."));
    if (number_of(rule.part("COUNT")) > most_times) return tl::unexpected(invalid("it counts more than 1000 times. Say until when instead, with UNTIL."));
    if (auto read = documents::Recurrence::parse(rule.text(), first); !read) return tl::unexpected(Problem{"recurrence", read.error().code, read.error().message});
    return rule.text();
}

Result<std::string> moved_rule(std::string_view text, std::int64_t days) {
    RuleText rule(text);
    if (days == 0) return rule.text();
    const bool weekly = rule.part("FREQ") == "WEEKLY";
    for (auto name : {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"}) {
        const bool movable = weekly && std::string_view(name) == "BYDAY";
        if (!movable && !rule.part(name).empty()) return tl::unexpected(Problem{"starts_at", "recurs_on_fixed_days", "The event recurs on days that its rule fixes (" + std::string(name) + "): change the rule, too."});
    }
    std::string moved;
    const std::string days_of_week(rule.part("BYDAY"));
    for (std::string_view name : text::split(days_of_week, ',')) {
        const auto place = std::find(weekdays.begin(), weekdays.end(), name);
        if (place == weekdays.end()) continue;
        const std::int64_t index = ((place - weekdays.begin() + days) % 7 + 7) % 7;
        moved += (moved.empty() ? "" : ",") + std::string(weekdays[static_cast<std::size_t>(index)]);
    }
    rule.set("BYDAY", moved);
    return rule.text();
}

std::string rule_until(std::string_view text, DateTime before) {
    RuleText rule(text);
    rule.set("COUNT", "");
    rule.set("UNTIL", compact(DateTime(before.microseconds() - DateTime::second)));
    return rule.text();
}

std::string rule_after(std::string_view text, std::size_t done) {
    RuleText rule(text);
    if (const std::int64_t count = number_of(rule.part("COUNT")); count > 0) rule.set("COUNT", std::to_string(std::max<std::int64_t>(1, count - static_cast<std::int64_t>(done))));
    return rule.text();
}

}  // namespace rapport::calendar

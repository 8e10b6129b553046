#include "calendar/series.h"

#include <algorithm>

#include "calendar/rule_parts.h"

namespace rapport::calendar {
namespace {

DateTime plus(DateTime moment, std::int64_t microseconds) { return DateTime(moment.microseconds() + microseconds); }

std::int64_t day_of(DateTime wall) {
    const std::int64_t time = wall.microseconds();
    return (time >= 0 ? time : time - DateTime::day + 1) / DateTime::day;
}

}  // namespace

Series::Series(const TimeZone& zone, documents::Recurrence rule, const SeriesFacts& facts, std::set<DateTime> excluded)
    : clocks_(std::make_shared<const ZoneOffsets>(zone)), rule_(std::move(rule)), first_(clocks_->wall_at(facts.starts_at)), duration_end_(clocks_->wall_at(facts.ends_at)),
      starts_at_(facts.starts_at), excluded_(std::move(excluded)) {}

Result<Series> Series::read(const SeriesFacts& facts) {
    auto zone = facts.zone.empty() ? Result<TimeZone>(TimeZone::utc()) : TimeZone::find(facts.zone);
    if (!zone) return tl::unexpected(zone.error());
    const ZoneOffsets clocks(*zone);
    auto rule = documents::Recurrence::parse(wall_rule(facts.rule, clocks), clocks.wall_at(facts.starts_at));
    if (!rule) return tl::unexpected(rule.error());
    auto excluded = read_moments(facts.excluded);
    if (!excluded) return tl::unexpected(excluded.error());
    return Series(*zone, *std::move(rule), facts, *std::move(excluded));
}

DateTime Series::end_of(DateTime starts_at) const {
    return clocks_->moment_of(plus(clocks_->wall_at(starts_at), duration_end_.microseconds() - first_.microseconds()));
}

std::vector<Occurrence> Series::between(DateTime from, DateTime to, std::size_t most) const {
    const std::int64_t duration = std::max<std::int64_t>(0, duration_end_.microseconds() - first_.microseconds());
    // Clocks are at most a day apart from UTC; what is too much is left out below.
    const DateTime earliest = plus(clocks_->wall_at(from), -duration - DateTime::day);
    std::vector<DateTime> walls = rule_.between(earliest, plus(clocks_->wall_at(to), DateTime::day), most);
    // The first time counts also where the rule would not have it (RFC 5545, section 3.8.5.3).
    if (first_ >= earliest && std::find(walls.begin(), walls.end(), first_) == walls.end()) walls.insert(walls.begin(), first_);
    std::vector<Occurrence> out;
    for (DateTime wall : walls) {
        const Occurrence one{clocks_->moment_of(wall), clocks_->moment_of(plus(wall, duration))};
        if (one.starts_at < to && one.ends_at >= from && !excluded_.contains(one.starts_at)) out.push_back(one);
    }
    return out;
}

std::optional<Occurrence> Series::next(DateTime after) const {
    auto counts = [&](DateTime wall) {
        const DateTime starts_at = clocks_->moment_of(wall);
        return starts_at > after && !excluded_.contains(starts_at);
    };
    // Where clocks are put back, what comes later may show an earlier time.
    std::optional<DateTime> wall = rule_.next(plus(clocks_->wall_at(after), -DateTime::day));
    while (wall && !counts(*wall)) wall = rule_.next(*wall);
    if (counts(first_) && (!wall || first_ < *wall)) wall = first_;
    if (!wall) return std::nullopt;
    const DateTime starts_at = clocks_->moment_of(*wall);
    return Occurrence{starts_at, end_of(starts_at)};
}

bool Series::has(DateTime starts_at) const {
    const auto near = between(starts_at, plus(starts_at, 1), 1000);
    return std::any_of(near.begin(), near.end(), [&](const Occurrence& one) { return one.starts_at == starts_at; });
}

std::size_t Series::count_before(DateTime starts_at) const {
    constexpr std::size_t most = 100'000;
    return rule_.between(first_, clocks_->wall_at(starts_at), most).size();
}

DateTime Series::shifted(DateTime moment, DateTime from, DateTime to) const {
    return clocks_->moment_of(plus(clocks_->wall_at(moment), clocks_->wall_at(to).microseconds() - clocks_->wall_at(from).microseconds()));
}

std::int64_t Series::days_between(DateTime from, DateTime to) const { return day_of(clocks_->wall_at(to)) - day_of(clocks_->wall_at(from)); }

}  // namespace rapport::calendar

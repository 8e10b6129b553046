#include "base/zone_offsets.h"

#include <unicode/timezone.h>

namespace rapport {

struct ZoneOffsets::Rules {
    std::unique_ptr<icu::TimeZone> zone;
};

ZoneOffsets::ZoneOffsets(const TimeZone& zone)
    : rules_(std::make_unique<const Rules>(Rules{std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone.name())))})) {}

ZoneOffsets::~ZoneOffsets() = default;

std::int64_t ZoneOffsets::at(DateTime moment) const {
    std::int32_t standard = 0;
    std::int32_t daylight = 0;
    UErrorCode status = U_ZERO_ERROR;
    rules_->zone->getOffset(static_cast<double>(moment.microseconds()) / 1000, false, standard, daylight, status);
    ensure(U_SUCCESS(status), "ICU answers what the clocks of a zone it made show at any moment");
    return (std::int64_t{standard} + daylight) * 1000;
}

DateTime ZoneOffsets::moment_of(DateTime wall) const {
    auto plus = [](DateTime moment, std::int64_t microseconds) { return DateTime(moment.microseconds() + microseconds); };
    const std::int64_t before = at(plus(wall, -DateTime::day));
    const std::int64_t after = at(plus(wall, DateTime::day));
    const DateTime first = plus(wall, -before), second = plus(wall, -after);
    if (at(first) == before) return first;
    return at(second) == after ? second : first;
}

}  // namespace rapport

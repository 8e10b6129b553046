#include "metadata/field_types/written_duration.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/decimal.h"
#include "base/text.h"
#include "metadata/field_types/problems.h"

namespace rapport::metadata::types {
namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t longest = 36'500 * day;  // a hundred years; keeps sums far from overflow

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::int64_t> unit_of(std::string_view word) {
    for (std::string_view name : {"s", "sec", "secs", "second", "seconds"})
        if (word == name) return 1;
    for (std::string_view name : {"m", "min", "mins", "minute", "minutes"})
        if (word == name) return minute;
    for (std::string_view name : {"h", "hr", "hrs", "hour", "hours"})
        if (word == name) return hour;
    for (std::string_view name : {"d", "day", "days"})
        if (word == name) return day;
    return {};
}

/// "1:30" or "1:30:15".
std::optional<std::int64_t> read_clock(std::string_view text) {
    constexpr std::int64_t units[] = {hour, minute, 1};
    std::int64_t total = 0;
    int parts = 0;
    for (bool more = true; more; ++parts) {
        if (parts == 3) return {};
        std::size_t colon = text.find(':');
        more = colon != std::string_view::npos;
        std::string_view digits = text.substr(0, colon);
        bool well_formed = !digits.empty() && std::all_of(digits.begin(), digits.end(), is_digit) &&
                           (parts == 0 ? digits.size() <= 6 : digits.size() == 2);
        if (!well_formed) return {};
        std::int64_t number = *decimal::parse(digits, 0);
        if (parts > 0 && number > 59) return {};
        total += number * units[parts];
        if (more) text.remove_prefix(colon + 1);
    }
    return parts >= 2 ? std::optional(total) : std::nullopt;
}

/// "1h 30m": numbers, each with its unit.
std::optional<std::int64_t> read_units(std::string_view text) {
    constexpr int scale = 3;
    std::int64_t total = 0;
    while (!text.empty()) {
        std::size_t unit_begin = std::min(text.find_first_not_of("0123456789.,"), text.size());
        std::string digits(text.substr(0, unit_begin));
        std::replace(digits.begin(), digits.end(), ',', '.');
        text = text::trim(text.substr(unit_begin));
        std::size_t unit_end = std::min(text.find_first_of("0123456789 .,"), text.size());
        auto unit = unit_of(text.substr(0, unit_end));
        auto thousandths = decimal::parse(digits, scale);
        if (!unit || !thousandths || *thousandths > longest * 1000 / *unit) return {};
        total += *thousandths * *unit / 1000;
        text = text::trim(text.substr(unit_end));
    }
    return total;
}

}  // namespace

Result<std::int64_t> parse_written_duration(std::string_view written) {
    std::string text = text::lower(text::trim(written));
    auto seconds = text.find(':') != std::string::npos ? read_clock(text) : read_units(text);
    if (seconds && !text.empty()) return *seconds;
    return problem("invalid_duration", fmt::format("{} is not a length of time: write it as 1:30, 90 min or 1h 30m.", quoted(written)));
}

}  // namespace rapport::metadata::types

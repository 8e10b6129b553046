#include "documents/xlsx/number_format.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "base/calendar.h"

namespace rapport::documents::xlsx {
namespace {

constexpr double seconds_a_day = 86'400;

/// Parts of a format that tell what it shows.
struct Letters {
    bool day = false, clock = false, month_or_minute = false, percent = false, elapsed = false;
};

Letters letters_of(std::string_view code) {
    Letters found;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        switch (code[i]) {
            case '\\': case '_': case '*': ++i; break;  // the next character is only shown, or padding
            case '"': i = std::min(code.find('"', i + 1), code.size()); break;
            case '[': {  // a color, a locale, a condition; or hours that go on beyond a day
                std::size_t end = std::min(code.find(']', i), code.size());
                std::string_view inside = code.substr(i + 1, end - i - 1);
                found.elapsed = found.elapsed || (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos);
                i = end;
                break;
            }
            case 'y': case 'Y': case 'd': case 'D': found.day = true; break;
            case 'h': case 'H': case 's': case 'S': found.clock = true; break;
            case 'm': case 'M': found.month_or_minute = true; break;
            case '%': found.percent = true; break;
            default: break;
        }
    }
    return found;
}

std::string plain(double number) {
    // Fifteen digits are what spreadsheets show; the rest is how binary fractions are stored.
    std::string text = fmt::format("{:.15g}", number);
    if (text.find('e') == std::string::npos) return text;
    if (std::abs(number) >= 1) return fmt::format("{:.0f}", number);
    text = fmt::format("{:.{}f}", number, std::min(300, 14 - static_cast<int>(std::floor(std::log10(std::abs(number))))));
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

std::string clock(std::int64_t second_of_day) {
    return fmt::format("{:02}:{:02}:{:02}", second_of_day / 3600, second_of_day / 60 % 60, second_of_day % 60);
}

}  // namespace

NumberKind kind_of_format(int id) {
    if (id == 9 || id == 10) return NumberKind::Percent;
    if (id == 22) return NumberKind::DateTime;
    if ((id >= 18 && id <= 21) || id == 45 || id == 47) return NumberKind::Time;
    if (id == 46) return NumberKind::Duration;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 34 && id <= 36) || (id >= 50 && id <= 58)) return NumberKind::Date;
    if (id == 32 || id == 33) return NumberKind::Time;
    return NumberKind::Number;
}

NumberKind kind_of_format(std::string_view code) {
    if (code == "General" || code == "Standard") return NumberKind::Number;
    const Letters found = letters_of(code);
    if (found.elapsed) return NumberKind::Duration;
    if (found.day || (found.month_or_minute && !found.clock)) return found.clock ? NumberKind::DateTime : NumberKind::Date;
    if (found.clock) return NumberKind::Time;
    return found.percent ? NumberKind::Percent : NumberKind::Number;
}

std::string written(std::string_view number, NumberKind kind, Epoch epoch) {
    double value = 0;
    auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(value) || std::abs(value) > 1e300) return std::string(number);
    if (kind == NumberKind::Number) return plain(value);
    if (kind == NumberKind::Percent) return plain(value * 100) + "%";
    constexpr double last_day = 2'958'466;  // after 9999-12-31
    if (value < 0 || value >= last_day) return plain(value);
    const auto seconds = static_cast<std::int64_t>(std::llround(value * seconds_a_day));
    const std::int64_t day = seconds / 86'400, second = seconds % 86'400;
    if (kind == NumberKind::Duration) return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    // A date format with a time behind it still has that time; one of a time alone shows no day.
    if (kind == NumberKind::Time && day == 0) return clock(second);
    // Day 60 is 29 February 1900, which never was: days before it count from another beginning.
    static const Date of_1900 = Date::of(1899, 12, 30), of_1904 = Date::of(1904, 1, 1);
    const Date begin = epoch == Epoch::Year1904 ? of_1904 : of_1900.plus_days(day < 60 ? 1 : 0);
    if (begin.plus_days(day) > Date::of(9999, 12, 31)) return plain(value);
    std::string text = begin.plus_days(day).text();
    return kind == NumberKind::DateTime || second != 0 ? text + "T" + clock(second) : text;
}

}  // namespace rapport::documents::xlsx

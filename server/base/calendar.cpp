#include "base/calendar.h"

#include <unicode/timezone.h>

#include <chrono>
#include <cmath>

#include "base/text.h"

namespace rapport {
namespace {

using std::chrono::year_month_day;

year_month_day civil(std::int64_t days) { return year_month_day(std::chrono::sys_days(std::chrono::days(days))); }

void append_padded(std::string& out, std::int64_t number, int width) {
    std::string digits = std::to_string(number);
    if (digits.size() < static_cast<std::size_t>(width)) out.append(static_cast<std::size_t>(width) - digits.size(), '0');
    out += digits;
}

/// Reads exactly `count` digits at `position` and moves past them; -1 when they are not there.
int read_digits(std::string_view text, std::size_t& position, int count) {
    int number = 0;
    for (int i = 0; i < count; ++i, ++position) {
        if (position >= text.size() || text[position] < '0' || text[position] > '9') return -1;
        number = number * 10 + (text[position] - '0');
    }
    return number;
}

bool read_char(std::string_view text, std::size_t& position, char wanted) {
    if (position >= text.size() || text[position] != wanted) return false;
    ++position;
    return true;
}

/// Reads "09:30[:15[.5]]" at `position`; -1 when it is not a time of day.
std::int64_t read_time(std::string_view text, std::size_t& position) {
    int hour = read_digits(text, position, 2);
    if (hour < 0 || hour > 23 || !read_char(text, position, ':')) return -1;
    int minute = read_digits(text, position, 2);
    if (minute < 0 || minute > 59) return -1;
    int second = 0;
    std::int64_t fraction = 0;
    if (read_char(text, position, ':')) {
        second = read_digits(text, position, 2);
        if (second < 0 || second > 59) return -1;
        if (read_char(text, position, '.')) {
            std::int64_t unit = 100'000;
            std::size_t begin = position;
            for (; position < text.size() && text[position] >= '0' && text[position] <= '9'; ++position, unit /= 10)
                fraction += unit * (text[position] - '0');
            if (position == begin) return -1;
        }
    }
    return ((hour * 60 + minute) * 60 + second) * DateTime::second + fraction;
}

}  // namespace

Result<Date> Date::parse(std::string_view text) {
    auto refuse = [&] {
        return problem("invalid_date", text::quoted(text) + " is not a date: write it as 2026-11-21.");
    };
    std::size_t position = 0;
    int year = read_digits(text, position, 4);
    if (year < 1 || !read_char(text, position, '-')) return refuse();
    int month = read_digits(text, position, 2);
    if (month < 0 || !read_char(text, position, '-')) return refuse();
    int day = read_digits(text, position, 2);
    if (day < 0 || position != text.size()) return refuse();
    year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day)));
    if (!date.ok()) return refuse();
    return Date(std::chrono::sys_days(date).time_since_epoch().count());
}

Date Date::of(int year, int month, int day) {
    year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day)));
    if (!date.ok()) throw Failure(FailureKind::Invalid, "invalid_date", "There is no such day.");
    return Date(std::chrono::sys_days(date).time_since_epoch().count());
}

int Date::year() const { return static_cast<int>(civil(days_).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(days_).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(days_).day())); }
int Date::weekday() const {
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(std::chrono::days(days_))).iso_encoding());
}

Date Date::plus_months(int months) const {
    auto date = civil(days_) + std::chrono::months(months);
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return Date(std::chrono::sys_days(date).time_since_epoch().count());
}

void Date::append(std::string& out) const {
    auto date = civil(days_);
    append_padded(out, static_cast<int>(date.year()), 4);
    out += '-';
    append_padded(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    append_padded(out, static_cast<unsigned>(date.day()), 2);
}

std::string Date::text() const {
    std::string out;
    append(out);
    return out;
}

DateTime DateTime::now() {
    auto since = std::chrono::system_clock::now().time_since_epoch();
    return DateTime(std::chrono::duration_cast<std::chrono::microseconds>(since).count());
}

Result<DateTime> DateTime::parse(std::string_view text) {
    auto refuse = [&] {
        return problem("invalid_datetime",
                       text::quoted(text) + " is not a moment: write it as 2026-11-21T09:30:00Z, with its zone.");
    };
    if (text.size() < 17 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ')) return refuse();
    auto date = Date::parse(text.substr(0, 10));
    if (!date) return refuse();
    std::size_t position = 11;
    std::int64_t time = read_time(text, position);
    if (time < 0 || position >= text.size()) return refuse();
    std::int64_t offset = 0;
    char sign = text[position++];
    if (sign == '+' || sign == '-') {
        int hours = read_digits(text, position, 2);
        read_char(text, position, ':');
        int minutes = read_digits(text, position, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return refuse();
        offset = (hours * 60 + minutes) * 60 * second * (sign == '-' ? -1 : 1);
    } else if (sign != 'Z' && sign != 'z') {
        return refuse();
    }
    if (position != text.size()) return refuse();
    return DateTime(date->days() * day + time - offset);
}

void DateTime::append(std::string& out) const {
    std::int64_t days = microseconds_ / day;
    std::int64_t rest = microseconds_ % day;
    if (rest < 0) {
        rest += day;
        --days;
    }
    Date(days).append(out);
    out += 'T';
    append_time_of_day(out, rest);
    out += 'Z';
}

std::string DateTime::text() const {
    std::string out;
    append(out);
    return out;
}

Result<std::int64_t> parse_time_of_day(std::string_view text) {
    std::size_t position = 0;
    std::int64_t time = read_time(text, position);
    if (time < 0 || position != text.size())
        return problem("invalid_time", text::quoted(text) + " is not a time of day: write it as 09:30.");
    return time;
}

void append_time_of_day(std::string& out, std::int64_t microseconds) {
    std::int64_t seconds = microseconds / DateTime::second;
    append_padded(out, seconds / 3600, 2);
    out += ':';
    append_padded(out, seconds / 60 % 60, 2);
    out += ':';
    append_padded(out, seconds % 60, 2);
    if (std::int64_t fraction = microseconds % DateTime::second) {
        out += '.';
        append_padded(out, fraction, 6);
    }
}

struct TimeZone::Rules {
    std::unique_ptr<icu::TimeZone> zone;

    /// Milliseconds to add to UTC.
    std::int64_t offset(double milliseconds, bool local) const {
        int32_t raw = 0;
        int32_t daylight = 0;
        UErrorCode status = U_ZERO_ERROR;
        zone->getOffset(milliseconds, local, raw, daylight, status);
        return U_SUCCESS(status) ? raw + daylight : 0;
    }
};

TimeZone::TimeZone(std::string name) : name_(std::move(name)) {}

TimeZone TimeZone::utc() {
    static const TimeZone zone = *find("UTC");  // every question begins with one
    return zone;
}

Result<TimeZone> TimeZone::find(const std::string& name) {
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (!zone || *zone == icu::TimeZone::getUnknown())
        return problem("unknown_time_zone", "\"" + name + "\" is not a time zone: write it as Europe/Berlin.");
    TimeZone out(name);
    out.rules_ = std::make_shared<const Rules>(Rules{std::move(zone)});
    return out;
}

Date TimeZone::date_at(DateTime moment) const {
    double milliseconds = static_cast<double>(moment.microseconds()) / 1000;
    double local = milliseconds + static_cast<double>(rules_->offset(milliseconds, false));
    return Date(static_cast<std::int64_t>(std::floor(local / 86'400'000)));
}

DateTime TimeZone::start_of(Date date) const {
    double local = static_cast<double>(date.days()) * 86'400'000;
    return DateTime(date.days() * DateTime::day - rules_->offset(local, true) * 1000);
}

}  // namespace rapport

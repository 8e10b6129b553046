#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rapport {

/// A day of the Gregorian calendar, as days since 1970-01-01; years 1 to 9999.
class Date {
public:
    Date() = default;
    explicit Date(std::int64_t days) : days_(days) {}
    /// Reads "2026-11-21". Problems: "invalid_date".
    static Result<Date> parse(std::string_view text);
    /// Throws Failure(Invalid) when there is no such day.
    static Date of(int year, int month, int day);

    std::int64_t days() const { return days_; }
    int year() const;
    int month() const;  // 1 to 12
    int day() const;
    int weekday() const;  // 1 is Monday, 7 Sunday (ISO 8601)
    std::string text() const;
    void append(std::string& out) const;

    Date plus_days(std::int64_t days) const { return Date(days_ + days); }
    /// The same day of another month, or that month's last day.
    Date plus_months(int months) const;

    friend auto operator<=>(Date, Date) = default;

private:
    std::int64_t days_ = 0;
};

/// A moment, as microseconds since 1970-01-01T00:00:00Z.
class DateTime {
public:
    static constexpr std::int64_t second = 1'000'000;
    static constexpr std::int64_t day = 86'400 * second;

    DateTime() = default;
    explicit DateTime(std::int64_t microseconds) : microseconds_(microseconds) {}
    static DateTime now();
    /// Reads RFC 3339 with zone: "2026-11-21T09:30:00Z", "…+01:00", up to six digits of a second. Problem: "invalid_datetime".
    static Result<DateTime> parse(std::string_view text);

    std::int64_t microseconds() const { return microseconds_; }
    /// RFC 3339 in UTC: "2026-11-21T09:30:00Z", with six digits of a second when there are any.
    std::string text() const;
    void append(std::string& out) const;

    friend auto operator<=>(DateTime, DateTime) = default;

private:
    std::int64_t microseconds_ = 0;
};

/// A time of day, as microseconds since midnight. Reads "09:30", "09:30:15", "09:30:15.5". Problem: "invalid_time".
Result<std::int64_t> parse_time_of_day(std::string_view text);
void append_time_of_day(std::string& out, std::int64_t microseconds);

/// A zone of the IANA database, such as "Europe/Berlin".
class TimeZone {
public:
    static TimeZone utc();
    /// Problem: "unknown_time_zone".
    static Result<TimeZone> find(const std::string& name);

    const std::string& name() const { return name_; }
    /// The day it is there at that moment.
    Date date_at(DateTime moment) const;
    /// The moment at which that day begins there.
    DateTime start_of(Date date) const;

private:
    explicit TimeZone(std::string name);
    struct Rules;
    std::string name_;
    std::shared_ptr<const Rules> rules_;
};

}  // namespace rapport

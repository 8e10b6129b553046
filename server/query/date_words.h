#pragma once

#include <optional>
#include <string_view>

#include "base/calendar.h"

namespace rapport::query {

/// Days from `begin` up to, and without, `end`.
struct DayRange {
    Date begin;
    Date end;
    friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// True for TODAY, LAST_QUARTER, LAST_N_DAYS:30 and their kin, in any case.
bool is_date_word(std::string_view word);
/// True for the words that take a number: LAST_N_DAYS, N_WEEKS_AGO, … without the number.
bool takes_number(std::string_view word);

/// The days that a word means on `today`; nothing when it is no date word, or reaches beyond the years 1 to 9999.
/// Weeks begin on Monday. A fiscal year begins with the given month (1 to 12).
/// Source: docs/query.md, "Dates".
std::optional<DayRange> days_of(std::string_view word, Date today, int fiscal_year_start_month);

}  // namespace rapport::query

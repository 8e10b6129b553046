#pragma once

#include <string>
#include <string_view>

namespace rapport::documents::xlsx {

/// What the number in a cell stands for, as its number format shows it.
enum class NumberKind { Number, Percent, Date, Time, DateTime, Duration };

/// Of a format without a text of its own in the workbook, by its number.
/// Source: ECMA-376, part 1, 18.8.30 (numFmt).
NumberKind kind_of_format(int id);
/// Of a format as it is written, such as "dd.mm.yyyy hh:mm".
NumberKind kind_of_format(std::string_view code);

enum class Epoch { Year1900, Year1904 };

/// A number as a cell holds it ("45000.5", "1.5E-3"), written as its kind is: "2023-03-15T12:00:00", "0.0015", "12.5%".
/// What is no number, or no day of the calendar, stays as it is.
std::string written(std::string_view number, NumberKind kind, Epoch epoch);

}  // namespace rapport::documents::xlsx

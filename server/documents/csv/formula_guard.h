#pragma once

#include <string_view>

namespace rapport::documents::csv {

/// Whether text that a spreadsheet would run as a formula has an apostrophe in front. It is for files that people open in a
/// spreadsheet; programs do without. What is guarded and read again is what it was.
/// Source: OWASP, "CSV Injection"; docs/decisions/0140-peoples-csv-holds-no-formula.md.
enum class FormulaGuard { Off, On };

constexpr FormulaGuard guard_of(bool on) { return on ? FormulaGuard::On : FormulaGuard::Off; }

/// Whether the guard is put in front: of formulas, and of what unguarded() would otherwise take for guarded.
bool wants_guard(std::string_view text);

/// The text without its guard, when it has one.
std::string_view unguarded(std::string_view text);

}  // namespace rapport::documents::csv

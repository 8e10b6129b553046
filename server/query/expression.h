#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "metadata/object.h"

namespace rapport::query {

enum class Function {
    None,  // the field itself
    Count,
    CountDistinct,
    Sum,
    Average,
    Minimum,
    Maximum,
    Grouping,  // 1 in a subtotal over all values of the field, 0 elsewhere
    Label,     // of a picklist's value
    InBaseCurrency,  // an amount in the organization's currency; once bound, the field that keeps it
    CalendarYear,
    CalendarQuarter,
    CalendarMonth,
    WeekInMonth,
    WeekInYear,
    DayInMonth,
    DayInWeek,
    DayInYear,
    HourInDay,
    DayOnly,
    FiscalYear,
    FiscalQuarter,
    FiscalMonth,
};

/// The function of that name in lower case, if there is one.
std::optional<Function> find_function(std::string_view name);
/// All names, for suggestions.
std::vector<std::string_view> function_names();
bool is_aggregate(Function function);
/// True for those that take a date or a moment.
bool is_of_date(Function function);

struct FormulaColumns;
struct AnyTarget;

/// A value that the engine computes for one row, or for a group of rows.
struct Expression {
    Function function = Function::None;
    int source = 0;                          // which source of the question has the field
    const metadata::Field* field = nullptr;  // null for COUNT()
    bool may_be_absent = false;              // its record is reached through a reference
    std::shared_ptr<const FormulaColumns> formula = {};  // of a formula field: how its value comes about
    std::shared_ptr<const AnyTarget> any_target = {};    // of a reference to records of several objects: where to look

    /// How its values compare.
    metadata::Shape shape() const;
    /// Digits after the point of a Number.
    int scale() const;
    /// The field whose type reads and writes the values; null for counts and parts of dates.
    const metadata::Field* value_field() const;

    /// The field that leads to the value, if it is behind a reference to records of several objects.
    const metadata::Field* reference() const;

    friend bool operator==(const Expression& a, const Expression& b) {
        return a.function == b.function && a.source == b.source && a.field == b.field && a.reference() == b.reference();
    }
};

}  // namespace rapport::query

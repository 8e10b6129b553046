#include <fmt/format.h>

#include "query/sql_writer.h"
#include "query/zone_shifts.h"

namespace rapport::query {

std::string SqlWriter::column(std::string_view alias, std::string_view name) { return fmt::format("{}.\"{}\"", alias, name); }

std::string SqlWriter::table(const metadata::Object& object) { return fmt::format("\"{}\"", object.name); }

std::string SqlWriter::parameter(Value value) {
    parameters_.push_back(std::move(value));
    return "?" + std::to_string(parameters_.size());
}

/// The day of a date, or of a moment in the asker's time zone.
std::string SqlWriter::days(const Expression& of) const {
    std::string value = column(alias(of.source), of.field->name);
    if (of.field->value_type().shape() == metadata::Shape::Date) return value;
    std::string local = fmt::format("({} + {})", value, zone_shift_sql(value, tree_.zone));
    // Division of integers goes towards zero on both engines, days go down.
    return fmt::format("(({0} - (({0} % {1}) + {1}) % {1}) / {1})", local, DateTime::day);
}

std::string SqlWriter::expression(const Expression& of) const {
    std::string value = of.field ? column(alias(of.source), of.field->name) : "*";
    auto part = [&](std::string_view name) { return dialect_.date_part(name, days(of)); };
    auto fiscal_month = [&] { return fmt::format("(({} + {}) % 12)", part("month"), 12 - tree_.fiscal_year_start_month); };
    switch (of.function) {
        case Function::None: return value;
        case Function::Count: return fmt::format("COUNT({})", value);
        case Function::CountDistinct: return fmt::format("COUNT(DISTINCT {})", value);
        case Function::Sum: return dialect_.sum(value);
        case Function::Average: return dialect_.average(value);
        case Function::Minimum: return fmt::format("MIN({})", value);
        case Function::Maximum: return fmt::format("MAX({})", value);
        case Function::CalendarYear: return part("year");
        case Function::CalendarQuarter: return part("quarter");
        case Function::CalendarMonth: return part("month");
        case Function::DayInMonth: return part("day");
        case Function::DayInWeek: return part("weekday");
        case Function::DayOnly: return days(of);
        case Function::FiscalMonth: return fmt::format("({} + 1)", fiscal_month());
        case Function::FiscalQuarter: return fmt::format("({} / 3 + 1)", fiscal_month());
        case Function::FiscalYear: break;
    }
    // A fiscal year is called after the calendar year in which it ends.
    if (tree_.fiscal_year_start_month == 1) return part("year");
    return fmt::format("({} + CASE WHEN {} >= {} THEN 1 ELSE 0 END)", part("year"), part("month"), tree_.fiscal_year_start_month);
}

}  // namespace rapport::query

#include <fmt/format.h>

#include "query/formula_sql.h"
#include "query/sql_writer.h"
#include "query/zone_shifts.h"

namespace rapport::query {

std::string SqlWriter::column(std::string_view alias, std::string_view name) { return fmt::format("{}.\"{}\"", alias, name); }

std::string SqlWriter::table(const metadata::Object& object) { return fmt::format("\"{}\"", object.name); }

std::string SqlWriter::parameter(Value value) {
    parameters_.push_back(std::move(value));
    return "?" + std::to_string(parameters_.size());
}

std::string SqlWriter::value(const Expression& of) const {
    if (!of.formula) return column(alias(of.source), of.field->name);
    const auto& paths = of.formula->formula.paths();
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < paths.size(); ++i) columns.push_back(column(alias(of.formula->sources[i]), paths[i].back()->name));
    return "(" + FormulaSql(dialect_, tree_.context, columns).stored(of.formula->formula.root()) + ")";
}

/// The day of a date, or of a moment in the asker's time zone.
std::string SqlWriter::days(const Expression& of) const {
    std::string value = this->value(of);
    if (of.field->value_type().shape() == metadata::Shape::Date) return value;
    return local_day_sql(value, tree_.context.zone, dialect_);
}

std::string SqlWriter::expression(const Expression& of) const {
    std::string value = of.field ? this->value(of) : "*";
    auto part = [&](std::string_view name) { return dialect_.date_part(name, days(of)); };
    auto fiscal_month = [&] { return fmt::format("(({} + {}) % 12)", part("month"), 12 - tree_.context.fiscal_year_start_month); };
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
    if (tree_.context.fiscal_year_start_month == 1) return part("year");
    return fmt::format("({} + CASE WHEN {} >= {} THEN 1 ELSE 0 END)", part("year"), part("month"), tree_.context.fiscal_year_start_month);
}

}  // namespace rapport::query

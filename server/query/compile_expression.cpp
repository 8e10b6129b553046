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

/// The same text however often an expression is written, so that the engine sees that it is the same.
const std::string& SqlWriter::visible_target(int source) {
    auto [found, is_new] = visible_targets_.try_emplace(source);
    const Predicate& rows = restricted_.rows(static_cast<std::size_t>(source));
    if (is_new && rows.kind != Predicate::Kind::Always) found->second = " AND " + predicate(rows, alias(source), Walk::RowByRow);
    return found->second;
}

/// The upper bits of an id name the object, so that only one of the tables is looked into.
std::string SqlWriter::value_of_any(const Expression& of) {
    const AnyTarget& any = *of.any_target;
    std::string reference = column(alias(of.source), any.reference->name);
    std::string cases;
    for (const AnyTarget::Target& target : any.targets) {
        const metadata::Object& object = *restricted_.bound().sources()[static_cast<std::size_t>(target.source)].object;
        std::string name = alias(target.source);
        const Predicate& rows = restricted_.rows(static_cast<std::size_t>(target.source));
        if (rows.kind == Predicate::Kind::Never) continue;
        cases += fmt::format(" WHEN {0} THEN (SELECT {1} FROM {2} {3} WHERE {3}.id = {4} AND {3}.deleted_at IS NULL{5})", object.number,
                             column(name, target.field->name), table(object), name, reference, visible_target(target.source));
    }
    bool is_text = of.field->type->column() == storage::ColumnType::FoldedText;
    if (cases.empty()) return is_text ? "CAST(NULL AS TEXT)" : "CAST(NULL AS BIGINT)";
    return fmt::format("(CASE {} >> {}{} END{})", reference, RecordId::sequence_bits, cases, is_text ? " COLLATE rapport_text" : "");
}

std::string SqlWriter::value(const Expression& of) {
    if (of.any_target) return value_of_any(of);
    if (!of.formula) return column(alias(of.source), of.field->name);
    const auto& paths = of.formula->formula.paths();
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < paths.size(); ++i) columns.push_back(column(alias(of.formula->sources[i]), paths[i].back()->name));
    return "(" + FormulaSql(dialect_, tree_.context, columns).stored(of.formula->formula.root()) + ")";
}

/// The day of a date, or of a moment in the asker's time zone.
std::string SqlWriter::days(const Expression& of) {
    std::string value = this->value(of);
    if (of.field->value_type().shape() == metadata::Shape::Date) return value;
    return local_day_sql(value, tree_.context.zone, dialect_);
}

/// A day, less those before the first of January of its year.
std::string SqlWriter::day_of_year(const Expression& of) {
    std::string days = this->days(of);
    std::string past = fmt::format("({} - 1)", dialect_.date_part("year", days));
    constexpr int days_to_1970 = 719'163;  // from the first of January of year 1, which counts as 1
    return fmt::format("({0} + {1} - 365 * {2} - {2} / 4 + {2} / 100 - {2} / 400)", days, days_to_1970, past);
}

/// Once an expression: labels are parameters, and the engine is to see that it is the same wherever it stands.
const std::string& SqlWriter::label(const metadata::Field& picklist, const std::string& value) {
    std::string& known = labels_[value];
    if (!known.empty()) return known;
    std::string cases;
    for (const metadata::PicklistOption& option : picklist.options) {
        std::string when = parameter(option.value);
        cases += fmt::format(" WHEN {} THEN {}", when, parameter(option.label));
    }
    return known = fmt::format("(CASE {0}{1} ELSE {0} END COLLATE rapport_text)", value, cases);
}

std::string SqlWriter::expression(const Expression& of) { return substituted(computed(of)); }

const std::string& SqlWriter::substituted(const std::string& expression) const {
    auto found = substitutes_.find(expression);
    return found == substitutes_.end() ? expression : found->second;
}

std::string SqlWriter::computed(const Expression& of) {
    bool counts_rows = of.function == Function::Count || of.function == Function::Sum || of.function == Function::Average;
    if (counts_rows && has_totals(of.source)) return total(of);
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
        case Function::Grouping: return fmt::format("GROUPING({})", value);  // always substituted
        case Function::Label: return label(*of.field, value);
        case Function::InBaseCurrency: return value;  // bound as the field that keeps it
        case Function::CalendarYear: return part("year");
        case Function::CalendarQuarter: return part("quarter");
        case Function::CalendarMonth: return part("month");
        case Function::WeekInMonth: return fmt::format("(({} + 6) / 7)", part("day"));
        case Function::WeekInYear: return fmt::format("(({} + 6) / 7)", day_of_year(of));
        case Function::DayInMonth: return part("day");
        case Function::DayInWeek: return part("weekday");
        case Function::DayInYear: return day_of_year(of);
        case Function::HourInDay: return local_hour_sql(value, tree_.context.zone);
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

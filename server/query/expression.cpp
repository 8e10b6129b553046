#include "query/expression.h"

#include <array>

#include "query/bound_tree.h"

namespace rapport::query {
namespace {

struct NamedFunction {
    std::string_view name;
    Function function;
};
constexpr std::array functions{
    NamedFunction{"count", Function::Count},
    NamedFunction{"count_distinct", Function::CountDistinct},
    NamedFunction{"sum", Function::Sum},
    NamedFunction{"avg", Function::Average},
    NamedFunction{"min", Function::Minimum},
    NamedFunction{"max", Function::Maximum},
    NamedFunction{"grouping", Function::Grouping},
    NamedFunction{"tolabel", Function::Label},
    NamedFunction{"convertcurrency", Function::InBaseCurrency},
    NamedFunction{"calendar_year", Function::CalendarYear},
    NamedFunction{"calendar_quarter", Function::CalendarQuarter},
    NamedFunction{"calendar_month", Function::CalendarMonth},
    NamedFunction{"week_in_month", Function::WeekInMonth},
    NamedFunction{"week_in_year", Function::WeekInYear},
    NamedFunction{"day_in_month", Function::DayInMonth},
    NamedFunction{"day_in_week", Function::DayInWeek},
    NamedFunction{"day_in_year", Function::DayInYear},
    NamedFunction{"hour_in_day", Function::HourInDay},
    NamedFunction{"day_only", Function::DayOnly},
    NamedFunction{"fiscal_year", Function::FiscalYear},
    NamedFunction{"fiscal_quarter", Function::FiscalQuarter},
    NamedFunction{"fiscal_month", Function::FiscalMonth},
};

/// What a label is: text of no field.
const metadata::Field& label_field() {
    static const metadata::Field field = [] {
        metadata::Field text;
        text.name = "label";
        text.type = metadata::find_field_type("text");
        return text;
    }();
    return field;
}

}  // namespace

std::optional<Function> find_function(std::string_view name) {
    for (const NamedFunction& candidate : functions)
        if (candidate.name == name) return candidate.function;
    return std::nullopt;
}

std::vector<std::string_view> function_names() {
    std::vector<std::string_view> names;
    for (const NamedFunction& candidate : functions) names.push_back(candidate.name);
    return names;
}

bool is_aggregate(Function function) { return function >= Function::Count && function <= Function::Grouping; }
bool is_of_date(Function function) { return function >= Function::CalendarYear; }

const metadata::Field* Expression::value_field() const {
    bool counts = function == Function::Count || function == Function::CountDistinct || function == Function::Grouping;
    if (function == Function::Label) return &label_field();
    return counts || is_of_date(function) ? nullptr : field;
}

metadata::Shape Expression::shape() const {
    if (function == Function::DayOnly) return metadata::Shape::Date;
    const metadata::Field* values = value_field();
    return values ? values->value_type().shape() : metadata::Shape::Number;
}

const metadata::Field* Expression::reference() const { return any_target ? any_target->reference : nullptr; }

int Expression::scale() const { return value_field() ? value_field()->scale : 0; }

}  // namespace rapport::query

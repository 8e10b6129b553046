#include "query/formula_sql.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/decimal.h"
#include "query/formula_text.h"
#include "query/zone_shifts.h"

namespace rapport::query {
namespace {

using Operation = FormulaOperation;

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (char c : text) {
        if (c == '\'') out += '\'';
        out += c;
    }
    return out + "'";
}

bool is_sum(const FormulaNode& node) { return node.operation == Operation::Add || node.operation == Operation::Subtract; }

std::string big(std::int64_t number) { return fmt::format("CAST({} AS BIGINT)", number); }

}  // namespace

std::string FormulaSql::stored(const FormulaNode& root) const {
    if (root.type == FormulaType::Boolean) return fmt::format("CASE WHEN {} THEN 1 ELSE 0 END", write(root));
    if (root.type == FormulaType::Text) return fmt::format("NULLIF({}, '')", write(root));
    return write(root);
}

std::string FormulaSql::write(const FormulaNode& node) const {
    switch (node.operation) {
        case Operation::Constant: return constant(node);
        case Operation::Field: return field(node);
        case Operation::If: return choice(node);
        case Operation::Least:
        case Operation::Greatest: return extreme(node);
        case Operation::Today: return big(context_.zone.date_at(context_.now.look()).days());
        case Operation::Now: return big(context_.now.look().microseconds());
        default: break;
    }
    if (node.type == FormulaType::Boolean) return condition(node);
    if (node.type == FormulaType::Text) return text(node);
    if (node.type == FormulaType::Number) return number(node);
    return date(node);
}

std::string FormulaSql::constant(const FormulaNode& node) const {
    if (node.type == FormulaType::Boolean) return node.value.integer() != 0 ? "TRUE" : "FALSE";
    if (node.type == FormulaType::Text) return quoted(node.value.text());
    return node.value.is_null() ? "CAST(NULL AS BIGINT)" : big(node.value.integer());
}

/// Texts compare byte for byte here, whatever their column's own rules are.
std::string FormulaSql::field(const FormulaNode& node) const {
    const std::string& column = columns_[static_cast<std::size_t>(node.path)];
    if (node.type == FormulaType::Boolean) return fmt::format("(({} = 1) IS TRUE)", column);
    if (node.type == FormulaType::Text) return fmt::format("(COALESCE({}, '') COLLATE \"C\")", column);
    return column;
}

std::string FormulaSql::extreme(const FormulaNode& node) const {
    std::string values;
    for (const FormulaNode& part : node.parts) values += (values.empty() ? "SELECT " : " UNION ALL SELECT ") + write(part) + " AS v";
    return fmt::format("(SELECT {}(v) FROM ({}) candidates)", node.operation == Operation::Least ? "MIN" : "MAX", values);
}

/// IF within the last part of IF is one CASE, so that long lists of cases do not nest.
std::string FormulaSql::choice(const FormulaNode& node) const {
    std::string out = "CASE";
    const FormulaNode* at = &node;
    for (; at->operation == Operation::If; at = &at->parts[2]) out += fmt::format(" WHEN {} THEN {}", write(at->parts[0]), write(at->parts[1]));
    return fmt::format("{} ELSE {} END", out, write(*at));
}

/// A chain of + and - is one call, so that long ones do not nest.
std::string FormulaSql::sum(const FormulaNode& node) const {
    constexpr int most_arguments = 90;  // of the 100 that PostgreSQL takes
    std::vector<std::string> terms;
    const FormulaNode* at = &node;
    for (; is_sum(*at) && std::ssize(terms) < most_arguments; at = &at->parts[0]) {
        std::string term = write(at->parts[1]);
        terms.push_back(at->operation == Operation::Add ? term : fmt::format("rapport_difference(0, {})", term));
    }
    terms.push_back(write(*at));
    return fmt::format("rapport_sum({})", fmt::join(terms.rbegin(), terms.rend(), ", "));
}

std::string FormulaSql::joined(const FormulaNode& node, std::string_view between) const {
    std::string out = "(";
    for (const FormulaNode& part : node.parts) {
        if (out.size() > 1) out += between;
        out += write(part);
    }
    return out + ")";
}

std::string FormulaSql::condition(const FormulaNode& node) const {
    if (node.operation == Operation::And) return joined(node, " AND ");
    if (node.operation == Operation::Or) return joined(node, " OR ");
    if (node.operation == Operation::Not) return fmt::format("(NOT {})", write(node.parts[0]));
    std::string left = write(node.parts[0]);
    bool is_text = node.parts[0].type == FormulaType::Text;
    if (node.operation == Operation::IsBlank) return is_text ? fmt::format("({} = '')", left) : fmt::format("({} IS NULL)", left);
    std::string right = write(node.parts[1]);
    switch (node.operation) {
        case Operation::Contains: return fmt::format("({1} = '' OR replace({0}, {1}, '') <> {0})", left, right);
        case Operation::Begins: return fmt::format("(substr({0}, 1, length({1})) = {1})", left, right);
        case Operation::Equal:
            if (node.parts[0].type == FormulaType::Boolean) return fmt::format("(({}) = ({}))", left, right);
            return is_text ? fmt::format("({} COLLATE \"C\" = {})", left, right) : fmt::format("({} IS NOT DISTINCT FROM {})", left, right);
        default: break;
    }
    std::string_view sign = node.operation == Operation::Less ? "<" : "<=";
    if (is_text) return fmt::format("({} COLLATE \"C\" {} {})", left, sign, right);
    return fmt::format("(({} {} {}) IS TRUE)", left, sign, right);
}

/// A number of characters: blank is none.
std::string FormulaSql::count(const FormulaNode& node) const {
    std::string value = write(node);
    return fmt::format("CAST(CASE WHEN {0} > 0 THEN CASE WHEN {0} < {1} THEN {0} ELSE {1} END ELSE 0 END AS INTEGER)", value, max_text_count);
}

std::string FormulaSql::text(const FormulaNode& node) const {
    const auto& parts = node.parts;
    std::string first = write(parts[0]);
    switch (node.operation) {
        case Operation::TextOfNumber: return fmt::format("COALESCE(rapport_decimal_text({}, {}), '')", first, parts[0].scale);
        case Operation::TextOfDate: return fmt::format("COALESCE(rapport_date_text({}), '')", first);
        case Operation::TextOfDateTime: return fmt::format("COALESCE(rapport_datetime_text({}), '')", first);
        case Operation::Concatenate: return joined(node, " || ");
        case Operation::Upper: return fmt::format("rapport_upper({})", first);
        case Operation::Lower: return fmt::format("rapport_lower({})", first);
        case Operation::Trim: return fmt::format("trim({})", first);
        case Operation::Left: return fmt::format("substr({}, 1, {})", first, count(parts[1]));
        case Operation::Right: {
            std::string wanted = count(parts[1]);
            return fmt::format("substr({0}, CASE WHEN {1} < length({0}) THEN length({0}) - {1} + 1 ELSE 1 END)", first, wanted);
        }
        case Operation::Middle: {
            std::string begin = count(parts[1]);
            return fmt::format("substr({}, CASE WHEN {} > 1 THEN {} ELSE 1 END, {})", first, begin, begin, count(parts[2]));
        }
        default: return fmt::format("replace({}, {}, {})", first, write(parts[1]), write(parts[2]));
    }
}

std::string FormulaSql::number(const FormulaNode& node) const {
    if (is_sum(node) && is_sum(node.parts[0])) return sum(node);
    const auto& parts = node.parts;
    std::string a = write(parts[0]);
    std::int64_t unit = decimal::power_of_ten(parts[0].scale);
    auto scaled = [](const std::string& value, auto multiplier, auto divisor) { return fmt::format("rapport_scaled({}, {}, {})", value, multiplier, divisor); };
    switch (node.operation) {
        case Operation::Length: return fmt::format("CAST(length({}) AS BIGINT)", a);
        case Operation::NumberOfText: return fmt::format("rapport_parse_decimal({}, {})", a, node.scale);
        case Operation::Negate: return fmt::format("rapport_difference(0, {})", a);
        case Operation::Absolute: return fmt::format("abs({})", scaled(a, 1, 1));
        case Operation::Rescale:
            if (node.scale >= parts[0].scale) return scaled(a, decimal::power_of_ten(node.scale - parts[0].scale), 1);
            return scaled(a, 1, decimal::power_of_ten(parts[0].scale - node.scale));
        // Twice the number, moved by just under one unit, rounds to the whole number below or above.
        case Operation::Floor: return scaled(fmt::format("rapport_difference({}, {})", scaled(a, 2, 1), unit - 1), 1, 2 * unit);
        case Operation::Ceiling: return scaled(fmt::format("rapport_sum({}, {})", scaled(a, 2, 1), unit - 1), 1, 2 * unit);
        case Operation::Year: return dialect_.date_part("year", a);
        case Operation::Month: return dialect_.date_part("month", a);
        case Operation::Day: return dialect_.date_part("day", a);
        case Operation::Weekday: return dialect_.date_part("weekday", a);
        default: break;
    }
    std::string b = write(parts[1]);
    switch (node.operation) {
        case Operation::Add: return fmt::format("rapport_sum({}, {})", a, b);
        case Operation::Subtract: return fmt::format("rapport_difference({}, {})", a, b);
        case Operation::DaysBetween: return fmt::format("({} - {})", a, b);
        case Operation::Multiply: return scaled(a, b, decimal::power_of_ten(parts[0].scale + parts[1].scale - node.scale));
        case Operation::Divide: return scaled(a, decimal::power_of_ten(node.scale + parts[1].scale - parts[0].scale), b);
        case Operation::TimeBetween: return scaled(fmt::format("({} - {})", a, b), decimal::power_of_ten(node.scale), DateTime::day);
        default: return fmt::format("({} % NULLIF({}, 0))", a, b);
    }
}

std::string FormulaSql::date(const FormulaNode& node) const {
    const auto& parts = node.parts;
    std::string first = write(parts[0]);
    if (node.operation == Operation::DateOf)
        return fmt::format("(SELECT {} FROM (SELECT {} AS moment) moments)", local_day_sql("moment", context_.zone, dialect_), first);
    if (node.operation == Operation::MakeDate) return fmt::format("rapport_make_date({}, {}, {})", first, write(parts[1]), write(parts[2]));
    std::int64_t unit = decimal::power_of_ten(parts[1].scale);
    std::string days = fmt::format("rapport_within({}, {}, {})", write(parts[1]), -max_day_move * unit, max_day_move * unit);
    if (node.operation == Operation::AddDays) return fmt::format("rapport_within({} + {}, {}, {})", first, days, first_day, last_day);
    return fmt::format("rapport_within({} + rapport_scaled({}, {}, {}), {}, {})", first, days, DateTime::day, unit, first_moment, last_moment);
}

}  // namespace rapport::query

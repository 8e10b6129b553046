#include "query/formula_evaluator.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/text.h"
#include "query/formula_text.h"

namespace rapport::query {
namespace {

using Operation = FormulaOperation;

/// What is beyond the range of numbers is blank, so that one record does not spoil the list it stands in.
Value value_of(std::optional<std::int64_t> number) { return number ? Value(*number) : Value(); }

Value within(std::int64_t number, std::int64_t least, std::int64_t most) { return number >= least && number <= most ? Value(number) : Value(); }

/// The whole number below a (`direction` -1) or above it (1): twice the number, moved by just under one unit, rounds to it.
Value whole(std::int64_t a, std::int64_t unit, int direction) {
    auto twice = decimal::scaled(a, 2, 1);
    auto moved = twice ? decimal::sum(*twice, direction * (unit - 1)) : std::nullopt;
    return moved ? value_of(decimal::scaled(*moved, 1, 2 * unit)) : Value();
}

Value make_date(std::int64_t year, std::int64_t month, std::int64_t day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return {};
    auto date = Date::of(static_cast<int>(year), static_cast<int>(month), 1).plus_days(day - 1);
    return date.month() == month ? Value(date.days()) : Value();
}

}  // namespace

Value FormulaEvaluator::evaluate(const FormulaNode& node) const {
    switch (node.operation) {
        case Operation::Constant: return node.value;
        case Operation::Field: return field(node);
        case Operation::If: return evaluate(node.parts[is_true(node.parts[0]) ? 1 : 2]);
        case Operation::Least:
        case Operation::Greatest: return extreme(node);
        case Operation::Today: return context_.zone.date_at(context_.now.look()).days();
        case Operation::Now: return context_.now.look().microseconds();
        default: break;
    }
    if (node.type == FormulaType::Boolean) return condition(node);
    if (node.type == FormulaType::Text) return text(node);
    if (node.type == FormulaType::Number) return number(node);
    return date(node);
}

Value FormulaEvaluator::field(const FormulaNode& node) const {
    Value value = values_(paths_[static_cast<std::size_t>(node.path)]);
    if (!value.is_null()) return value;
    if (node.type == FormulaType::Text) return "";
    return node.type == FormulaType::Boolean ? Value(0) : Value();
}

Value FormulaEvaluator::extreme(const FormulaNode& node) const {
    Value out;
    for (const FormulaNode& part : node.parts) {
        Value value = evaluate(part);
        if (value.is_null()) continue;
        bool better = node.operation == Operation::Least ? value < out : value > out;
        if (out.is_null() || better) out = value;
    }
    return out;
}

Value FormulaEvaluator::condition(const FormulaNode& node) const {
    const auto& parts = node.parts;
    switch (node.operation) {
        case Operation::And: return std::all_of(parts.begin(), parts.end(), [&](const FormulaNode& part) { return is_true(part); }) ? 1 : 0;
        case Operation::Or: return std::any_of(parts.begin(), parts.end(), [&](const FormulaNode& part) { return is_true(part); }) ? 1 : 0;
        case Operation::Not: return is_true(parts[0]) ? 0 : 1;
        case Operation::Contains: return text_of(parts[0]).find(text_of(parts[1])) != std::string::npos ? 1 : 0;
        case Operation::Begins: return text_of(parts[0]).starts_with(text_of(parts[1])) ? 1 : 0;
        default: break;
    }
    Value left = evaluate(parts[0]);
    if (node.operation == Operation::IsBlank) return left.is_null() || left == Value("") ? 1 : 0;
    Value right = evaluate(parts[1]);
    if (node.operation == Operation::Equal) return left == right ? 1 : 0;
    if (left.is_null() || right.is_null()) return 0;
    return (node.operation == Operation::Less ? left < right : left <= right) ? 1 : 0;
}

/// What cuts a text counts blank as 0.
std::int64_t FormulaEvaluator::count_of(const FormulaNode& node) const {
    return std::clamp<std::int64_t>(evaluate(node).integer_or(0), 0, max_text_count);
}

Value FormulaEvaluator::text(const FormulaNode& node) const {
    const auto& parts = node.parts;
    if (node.operation == Operation::TextOfNumber || node.operation == Operation::TextOfDate || node.operation == Operation::TextOfDateTime) {
        Value value = evaluate(parts[0]);
        if (value.is_null()) return "";
        if (node.operation == Operation::TextOfNumber) return decimal::format(value.integer(), parts[0].scale);
        return node.operation == Operation::TextOfDate ? Date(value.integer()).text() : DateTime(value.integer()).text();
    }
    std::string first = text_of(parts[0]);
    switch (node.operation) {
        case Operation::Concatenate:
            for (std::size_t i = 1; i < parts.size(); ++i) first += text_of(parts[i]);
            return first;
        case Operation::Upper: return text::upper(first);
        case Operation::Lower: return text::lower(first);
        case Operation::Trim: return without_outer_spaces(first);
        case Operation::Left: return characters(first, 0, count_of(parts[1]));
        case Operation::Right: {
            auto length = static_cast<std::int64_t>(text::length(first));
            std::int64_t count = std::min(count_of(parts[1]), length);
            return characters(first, length - count, count);
        }
        case Operation::Middle: return characters(first, std::max<std::int64_t>(count_of(parts[1]), 1) - 1, count_of(parts[2]));
        default: return substitute(first, text_of(parts[1]), text_of(parts[2]));
    }
}

Value FormulaEvaluator::number(const FormulaNode& node) const {
    const auto& parts = node.parts;
    if (node.operation == Operation::Length) return static_cast<std::int64_t>(text::length(text_of(parts[0])));
    if (node.operation == Operation::NumberOfText) {
        auto units = decimal::parse(text_of(parts[0]), node.scale, decimal::Rounding::HalfAway);
        return units ? Value(*units) : Value();
    }
    Value first = evaluate(parts[0]);
    if (first.is_null()) return {};
    std::int64_t a = first.integer();
    std::int64_t unit = decimal::power_of_ten(parts[0].scale);
    switch (node.operation) {
        case Operation::Negate: return value_of(decimal::difference(0, a));
        case Operation::Absolute: return value_of(decimal::scaled(a, a < 0 ? -1 : 1, 1));
        case Operation::Rescale:
            if (node.scale >= parts[0].scale) return value_of(decimal::scaled(a, decimal::power_of_ten(node.scale - parts[0].scale), 1));
            return value_of(decimal::scaled(a, 1, decimal::power_of_ten(parts[0].scale - node.scale)));
        case Operation::Floor: return whole(a, unit, -1);
        case Operation::Ceiling: return whole(a, unit, 1);
        case Operation::Year: return Date(a).year();
        case Operation::Month: return Date(a).month();
        case Operation::Day: return Date(a).day();
        case Operation::Weekday: return Date(a).weekday() % 7 + 1;
        default: break;
    }
    Value second = evaluate(parts[1]);
    if (second.is_null()) return {};
    std::int64_t b = second.integer();
    switch (node.operation) {
        case Operation::Add: return value_of(decimal::sum(a, b));
        case Operation::Subtract: return value_of(decimal::difference(a, b));
        case Operation::DaysBetween: return a - b;
        case Operation::Multiply: return value_of(decimal::scaled(a, b, decimal::power_of_ten(parts[0].scale + parts[1].scale - node.scale)));
        case Operation::Divide: return value_of(decimal::scaled(a, decimal::power_of_ten(node.scale + parts[1].scale - parts[0].scale), b));
        case Operation::TimeBetween: return value_of(decimal::scaled(a - b, decimal::power_of_ten(node.scale), DateTime::day));
        default: return b == 0 ? Value() : b == -1 ? Value(0) : Value(a % b);
    }
}

Value FormulaEvaluator::date(const FormulaNode& node) const {
    std::vector<std::int64_t> numbers;
    for (const FormulaNode& part : node.parts) {
        Value value = evaluate(part);
        if (value.is_null()) return {};
        numbers.push_back(value.integer());
    }
    switch (node.operation) {
        case Operation::MakeDate: return make_date(numbers[0], numbers[1], numbers[2]);
        case Operation::DateOf: return context_.zone.date_at(DateTime(numbers[0])).days();
        default: break;
    }
    std::int64_t unit = decimal::power_of_ten(node.parts[1].scale);
    if (within(numbers[1], -max_day_move * unit, max_day_move * unit).is_null()) return {};
    if (node.operation == Operation::AddDays) return within(numbers[0] + numbers[1], first_day, last_day);
    return within(numbers[0] + decimal::multiply_divide(numbers[1], DateTime::day, unit), first_moment, last_moment);
}

}  // namespace rapport::query

#include "query/formula_nesting.h"

#include <algorithm>

namespace rapport::query {
namespace {

using Operation = FormulaOperation;

/// The ends that stand open in SQLite's parser before a part of this operation: "rapport_scaled(" are three (the name, the
/// parenthesis and an absent DISTINCT), what comes before a further argument two more, "CASE WHEN x THEN" five or six.
int before_part(const FormulaNode& node, std::size_t part) {
    bool is_first = part == 0;
    switch (node.operation) {
        case Operation::Constant:
        case Operation::Field:
        case Operation::Today:
        case Operation::Now: return 0;
        case Operation::IsBlank: return 1;
        case Operation::Not: return 2;
        case Operation::And:
        case Operation::Or:
        case Operation::Concatenate:
        case Operation::DaysBetween: return is_first ? 1 : 3;
        case Operation::Less:
        case Operation::LessOrEqual: return is_first ? 2 : 4;
        case Operation::Equal: return is_first ? 2 : 6;
        case Operation::Remainder: return is_first ? 1 : 6;
        case Operation::Rescale:
        case Operation::Upper:
        case Operation::Lower:
        case Operation::Trim:
        case Operation::NumberOfText: return 3;
        case Operation::Multiply:
        case Operation::Divide:
        case Operation::MakeDate:
        case Operation::Substitute: return is_first ? 3 : 5;
        case Operation::Negate:
        case Operation::Length:
        case Operation::Year:
        case Operation::Month:
        case Operation::Day:
        case Operation::Weekday: return 5;
        case Operation::Add: return is_first ? 3 : 5;
        case Operation::Subtract: return is_first ? 3 : 10;
        case Operation::If:
        case Operation::TextOfNumber:
        case Operation::TextOfDate:
        case Operation::TextOfDateTime:
        case Operation::Absolute:
        case Operation::TimeBetween: return 6;
        case Operation::Contains: return 8;
        case Operation::Floor:
        case Operation::Ceiling:
        case Operation::Begins: return 9;
        case Operation::AddDays: return is_first ? 3 : 8;
        case Operation::AddTime: return is_first ? 3 : 11;
        case Operation::DateOf: return 10;
        case Operation::Least:
        case Operation::Greatest: return 13;
        case Operation::Left: return is_first ? 3 : 17;
        case Operation::Right: return is_first ? 13 : 24;
        case Operation::Middle: return is_first ? 3 : 22;
    }
    return 0;
}

/// Chains of + and -, and of IF in the last part of IF, are written side by side.
bool continues_chain(const FormulaNode& node, std::size_t part) {
    auto is_sum = [](const FormulaNode& at) { return at.operation == Operation::Add || at.operation == Operation::Subtract; };
    const FormulaNode& inner = node.parts[part];
    return part == 0 ? is_sum(node) && is_sum(inner) : part == 2 && node.operation == Operation::If && inner.operation == Operation::If;
}

}  // namespace

int nesting(const FormulaNode& node) {
    constexpr int leaf = 6;  // "(COALESCE(column"
    int deepest = leaf;
    for (std::size_t i = 0; i < node.parts.size(); ++i)
        deepest = std::max(deepest, nesting(node.parts[i]) + (continues_chain(node, i) ? 0 : before_part(node, i)));
    return deepest;
}

}  // namespace rapport::query

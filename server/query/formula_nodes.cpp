#include <fmt/format.h>

#include <algorithm>

#include "base/decimal.h"
#include "query/formula_binder.h"
#include "query/formula_evaluator.h"
#include "query/formula_length.h"

namespace rapport::query {

using Operation = FormulaOperation;

std::string_view name_of(FormulaType type) {
    switch (type) {
        case FormulaType::Nothing: return "nothing";
        case FormulaType::Boolean: return "a condition";
        case FormulaType::Number: return "a number";
        case FormulaType::Text: return "text";
        case FormulaType::Date: return "a date";
        case FormulaType::DateTime: return "a moment";
        case FormulaType::Time: return "a time of day";
        case FormulaType::Id: return "a reference";
    }
    return "a value";
}

FormulaNode constant(FormulaType type, Value value, int scale) {
    FormulaNode out;
    out.type = type;
    out.value = std::move(value);
    out.scale = scale;
    return out;
}

FormulaNode number_of(const FormulaSyntax& syntax, std::string_view digits) {
    std::size_t point = digits.find('.');
    int scale = point == std::string_view::npos ? 0 : static_cast<int>(digits.size() - point - 1);
    if (scale > decimal::max_scale) throw formula_failure(syntax.position, fmt::format("{} has more than {} digits after the point.", digits, decimal::max_scale));
    auto units = decimal::parse(digits, scale);
    if (!units) throw formula_failure(syntax.position, units.error().message);
    return constant(FormulaType::Number, *units, scale);
}

FormulaNode node(Operation operation, FormulaType type, std::vector<FormulaNode> parts, int scale) {
    FormulaNode out;
    out.operation = operation;
    out.type = type;
    out.scale = scale;
    out.parts = std::move(parts);
    bool changes_with_time = operation == Operation::Today || operation == Operation::Now || operation == Operation::DateOf;
    bool constants = std::all_of(out.parts.begin(), out.parts.end(), [](const FormulaNode& part) { return part.is_constant(); });
    if (changes_with_time || !constants) return out;
    // Too long to be made here; whoever asked for it will be told.
    if (longest_text(out, {}) > max_formula_text) return out;
    const FieldValues no_values;
    return constant(type, FormulaEvaluator(Context{}, {}, no_values).evaluate(out), scale);
}

FormulaNode rescaled(FormulaNode number, int scale) {
    if (number.scale == scale) return number;
    return node(Operation::Rescale, FormulaType::Number, {std::move(number)}, scale);
}

FormulaNode as(FormulaType type, FormulaNode part, const FormulaSyntax& syntax) {
    if (part.type == type) return part;
    if (part.type == FormulaType::Nothing) {
        if (type == FormulaType::Text) return constant(type, "");
        if (type == FormulaType::Boolean) return constant(type, 0);
        return constant(type, {});
    }
    bool is_id = type == FormulaType::Id && part.type == FormulaType::Text && part.is_constant();
    if (is_id) {
        auto id = RecordId::parse(part.value.text());
        if (id) return constant(type, id->number());
        if (part.value.text().empty()) return constant(type, {});
        throw formula_failure(syntax.position, id.error().message);
    }
    throw formula_failure(syntax.position, fmt::format("expected {}, but this is {}.", name_of(type), name_of(part.type)));
}

void unify(std::span<FormulaNode> parts, const FormulaSyntax& syntax) {
    FormulaType type = FormulaType::Nothing;
    int scale = 0;
    for (const FormulaNode& part : parts) {
        bool decides = type == FormulaType::Nothing || part.type == FormulaType::Id;
        if (decides && part.type != FormulaType::Nothing) type = part.type;
        scale = std::max(scale, part.scale);
    }
    for (FormulaNode& part : parts) {
        part = as(type, std::move(part), syntax);
        if (type == FormulaType::Number) part = rescaled(std::move(part), scale);
    }
}

FormulaNode equal(FormulaNode left, FormulaNode right, const FormulaSyntax& syntax) {
    std::vector<FormulaNode> parts{std::move(left), std::move(right)};
    unify(parts, syntax);
    return node(Operation::Equal, FormulaType::Boolean, std::move(parts));
}

FormulaNode negation(FormulaNode condition) { return node(Operation::Not, FormulaType::Boolean, {std::move(condition)}); }

FormulaNode choice(FormulaNode condition, FormulaNode yes, FormulaNode no, const FormulaSyntax& syntax) {
    std::vector<FormulaNode> results{std::move(yes), std::move(no)};
    unify(results, syntax);
    FormulaType type = results[0].type;
    int scale = results[0].scale;
    return node(Operation::If, type, {as(FormulaType::Boolean, std::move(condition), syntax), std::move(results[0]), std::move(results[1])}, scale);
}

}  // namespace rapport::query

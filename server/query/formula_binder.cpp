#include "query/formula_binder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/decimal.h"
#include "base/text.h"

namespace rapport::query {
namespace {

using Operation = FormulaOperation;
using Type = FormulaType;
using metadata::Shape;

constexpr int max_formulas_in_formulas = 8;
constexpr std::size_t max_references = 5;

/// Nothing for fields that formulas cannot compute with.
std::optional<Type> type_of(Shape shape) {
    switch (shape) {
        case Shape::Text:
        case Shape::Code:
        case Shape::Set: return Type::Text;
        case Shape::Boolean: return Type::Boolean;
        case Shape::Number: return Type::Number;
        case Shape::Date: return Type::Date;
        case Shape::DateTime: return Type::DateTime;
        case Shape::Time: return Type::Time;
        case Shape::Reference: return Type::Id;
        case Shape::Real:
        case Shape::Opaque:
        case Shape::Compound: break;
    }
    return std::nullopt;
}

/// Says of a name in a path that nothing is called so, or that nothing can come after it.
std::string what_is_wrong(std::string_view wanted, const metadata::Object& object, bool last) {
    if (object.find_field(wanted)) return fmt::format("\"{}\" of {} refers to no other record, so nothing can stand after it.", wanted, object.name);
    std::vector<std::string_view> names;
    for (const metadata::Field& field : object.fields) {
        if (last) names.push_back(field.name);
        if (field.is_reference()) names.push_back(field.relation);
    }
    std::string_view meant = text::nearest(wanted, names);
    return fmt::format("{} has no {} \"{}\".{}", object.name, last ? "field" : "relation", wanted, meant.empty() ? "" : fmt::format(" Did you mean \"{}\"?", meant));
}

FormulaNode compared(std::string_view sign, std::vector<FormulaNode> parts, const FormulaSyntax& syntax) {
    if (sign == "=" || sign == "==") return equal(std::move(parts[0]), std::move(parts[1]), syntax);
    if (sign == "<>" || sign == "!=") return negation(equal(std::move(parts[0]), std::move(parts[1]), syntax));
    unify(parts, syntax);
    if (parts[0].type == Type::Boolean || parts[0].type == Type::Id)
        throw formula_failure(syntax.position, fmt::format("\"{}\" cannot order {}; use = or <>.", sign, name_of(parts[0].type)));
    if (sign == ">" || sign == ">=") std::swap(parts[0], parts[1]);
    bool or_equal = sign == "<=" || sign == ">=";
    return node(or_equal ? Operation::LessOrEqual : Operation::Less, Type::Boolean, std::move(parts));
}

FormulaNode whole(FormulaNode number) {
    return number.scale == 0 ? number : node(Operation::Floor, Type::Number, {std::move(number)});
}

FormulaNode added(std::vector<FormulaNode> parts, bool subtracts, const FormulaSyntax& syntax) {
    Type left = parts[0].type;
    Type right = parts[1].type;
    if (!subtracts && left == Type::Text && right == Type::Text) return node(Operation::Concatenate, Type::Text, std::move(parts));
    if (subtracts && left == Type::Date && right == Type::Date) return node(Operation::DaysBetween, Type::Number, std::move(parts));
    if (subtracts && left == Type::DateTime && right == Type::DateTime)
        return node(Operation::TimeBetween, Type::Number, std::move(parts), division_scale);
    bool moves = left == Type::Date || left == Type::DateTime;
    if (!subtracts && !moves && (right == Type::Date || right == Type::DateTime)) {
        std::swap(parts[0], parts[1]);
        std::swap(left, right);
        moves = true;
    }
    if (!moves) {
        for (FormulaNode& part : parts) part = as(Type::Number, std::move(part), syntax);
        unify(parts, syntax);
        int scale = parts[0].scale;
        return node(subtracts ? Operation::Subtract : Operation::Add, Type::Number, std::move(parts), scale);
    }
    FormulaNode days = as(Type::Number, std::move(parts[1]), syntax);
    if (subtracts) {
        int scale = days.scale;
        days = node(Operation::Negate, Type::Number, {std::move(days)}, scale);
    }
    if (left == Type::DateTime) return node(Operation::AddTime, left, {std::move(parts[0]), std::move(days)});
    return node(Operation::AddDays, left, {std::move(parts[0]), whole(std::move(days))});
}

FormulaNode multiplied(std::vector<FormulaNode> parts, bool divides) {
    int greater = std::max({parts[0].scale, parts[1].scale, division_scale});
    int scale = divides ? greater : std::min(parts[0].scale + parts[1].scale, greater);
    return node(divides ? Operation::Divide : Operation::Multiply, Type::Number, std::move(parts), scale);
}

}  // namespace

FormulaNode FormulaBinder::bind(const FormulaSyntax& syntax, const metadata::Object& object, const FieldPath& prefix) {
    object_ = &object;
    prefix_ = prefix;
    return bind_part(syntax);
}

FormulaNode FormulaBinder::bind_part(const FormulaSyntax& syntax) {
    switch (syntax.kind) {
        case FormulaSyntax::Kind::Number: return number_of(syntax, syntax.text);
        case FormulaSyntax::Kind::Text: return constant(Type::Text, syntax.text);
        case FormulaSyntax::Kind::Word:
            if (syntax.text == "null") return constant(Type::Nothing, {});
            return constant(Type::Boolean, syntax.text == "true" ? 1 : 0);
        case FormulaSyntax::Kind::Path: return bind_path(syntax);
        case FormulaSyntax::Kind::Operator: return bind_operator(syntax);
        case FormulaSyntax::Kind::Call: break;
    }
    std::vector<FormulaNode> arguments;
    for (const FormulaSyntax& part : syntax.parts) arguments.push_back(bind_part(part));
    return call_function(syntax, std::move(arguments));
}

FormulaNode FormulaBinder::bind_operator(const FormulaSyntax& syntax) {
    std::vector<FormulaNode> parts;
    for (const FormulaSyntax& part : syntax.parts) parts.push_back(bind_part(part));
    std::string_view sign = syntax.text;
    if (parts.size() == 1) {
        if (sign == "!") return negation(as(Type::Boolean, std::move(parts[0]), syntax));
        FormulaNode number = as(Type::Number, std::move(parts[0]), syntax);
        int scale = number.scale;
        return sign == "+" ? number : node(Operation::Negate, Type::Number, {std::move(number)}, scale);
    }
    if (sign == "+" || sign == "-") return added(std::move(parts), sign == "-", syntax);
    Type wanted = sign == "*" || sign == "/" ? Type::Number : sign == "&" ? Type::Text : Type::Boolean;
    bool compares = sign != "*" && sign != "/" && sign != "&" && sign != "&&" && sign != "||";
    if (compares) return compared(sign, std::move(parts), syntax);
    for (FormulaNode& part : parts) part = as(wanted, std::move(part), syntax);
    if (wanted == Type::Number) return multiplied(std::move(parts), sign == "/");
    if (wanted == Type::Text) return node(Operation::Concatenate, Type::Text, std::move(parts));
    return node(sign == "&&" ? Operation::And : Operation::Or, Type::Boolean, std::move(parts));
}

FormulaNode FormulaBinder::bind_path(const FormulaSyntax& syntax) {
    const metadata::Object* object = object_;
    FieldPath path = prefix_;
    std::vector<std::string> names = syntax.names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        bool last = i + 1 == names.size();
        const metadata::Field* field = last ? object->find_field(names[i]) : object->find_relation(names[i]);
        if (last && !field) field = object->find_relation(names[i]);
        const auto* alias = last && !field ? object->find_path_alias(names[i]) : nullptr;
        if (alias) {
            names.erase(names.begin() + static_cast<std::ptrdiff_t>(i));
            names.insert(names.begin() + static_cast<std::ptrdiff_t>(i), alias->begin(), alias->end());
            --i;
            continue;
        }
        if (!field)
            throw formula_failure(syntax.position, what_is_wrong(names[i], *object, last));
        if (last) return field_node(syntax, *object, *field, std::move(path));
        if (field->targets.size() != 1)
            throw formula_failure(syntax.position, fmt::format("\"{}\" may refer to records of several objects, so a formula cannot look into them.", names[i]));
        if (path.size() >= max_references) throw formula_failure(syntax.position, fmt::format("a path passes through at most {} references.", max_references));
        path.push_back(field);
        object = &catalogue_.object(field->targets.front());
    }
    throw formula_failure(syntax.position, "expected the name of a field.");
}

FormulaNode FormulaBinder::field_node(const FormulaSyntax& syntax, const metadata::Object& object, const metadata::Field& field, FieldPath path) {
    auto type = type_of(field.value_type().shape());
    if (!type) throw formula_failure(syntax.position, fmt::format("a formula cannot compute with \"{}\", which is of type {}.", field.name, field.type->name()));
    if (!field.formula.empty()) {
        if (depth_ >= max_formulas_in_formulas)
            throw formula_failure(syntax.position, fmt::format("\"{}\" needs more than {} formulas one after the other, or itself.", field.name, max_formulas_in_formulas));
        FormulaNode inner = FormulaBinder(catalogue_, paths_, depth_ + 1).bind(parse_formula(field.formula), object, path);
        inner = as(*type, std::move(inner), syntax);
        return *type == Type::Number ? rescaled(std::move(inner), field.scale) : inner;
    }
    path.push_back(&field);
    auto known = std::find(paths_.begin(), paths_.end(), path);
    FormulaNode out;
    out.operation = Operation::Field;
    out.type = *type;
    out.scale = *type == Type::Number ? field.scale : 0;
    out.path = static_cast<int>(known - paths_.begin());
    if (known == paths_.end()) paths_.push_back(std::move(path));
    return out;
}

}  // namespace rapport::query

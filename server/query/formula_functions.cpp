#include <fmt/format.h>

#include <array>

#include "base/decimal.h"
#include "base/text.h"
#include "query/formula_binder.h"

namespace rapport::query {
namespace {

using Operation = FormulaOperation;
using Type = FormulaType;
using Arguments = std::vector<FormulaNode>;

/// A function whose arguments have fixed types.
struct PlainFunction {
    std::string_view name;
    std::string_view takes;  // t: text, n: number, i: whole number, d: date, m: moment, a: none of a fixed type
    Operation operation;
    Type type;
};
constexpr std::array plain_functions{
    PlainFunction{"LEN", "t", Operation::Length, Type::Number},
    PlainFunction{"UPPER", "t", Operation::Upper, Type::Text},
    PlainFunction{"LOWER", "t", Operation::Lower, Type::Text},
    PlainFunction{"TRIM", "t", Operation::Trim, Type::Text},
    PlainFunction{"LEFT", "ti", Operation::Left, Type::Text},
    PlainFunction{"RIGHT", "ti", Operation::Right, Type::Text},
    PlainFunction{"MID", "tii", Operation::Middle, Type::Text},
    PlainFunction{"CONTAINS", "tt", Operation::Contains, Type::Boolean},
    PlainFunction{"BEGINS", "tt", Operation::Begins, Type::Boolean},
    PlainFunction{"SUBSTITUTE", "ttt", Operation::Substitute, Type::Text},
    PlainFunction{"TODAY", "", Operation::Today, Type::Date},
    PlainFunction{"NOW", "", Operation::Now, Type::DateTime},
    PlainFunction{"DATE", "iii", Operation::MakeDate, Type::Date},
    PlainFunction{"YEAR", "d", Operation::Year, Type::Number},
    PlainFunction{"MONTH", "d", Operation::Month, Type::Number},
    PlainFunction{"DAY", "d", Operation::Day, Type::Number},
    PlainFunction{"WEEKDAY", "d", Operation::Weekday, Type::Number},
    PlainFunction{"FLOOR", "n", Operation::Floor, Type::Number},
    PlainFunction{"CEILING", "n", Operation::Ceiling, Type::Number},
};

FormulaNode argument_as(char letter, FormulaNode argument, const FormulaSyntax& syntax) {
    switch (letter) {
        case 't': return as(Type::Text, std::move(argument), syntax);
        case 'd':
            if (argument.type == Type::DateTime) return node(Operation::DateOf, Type::Date, {std::move(argument)});
            return as(Type::Date, std::move(argument), syntax);
        case 'n': return as(Type::Number, std::move(argument), syntax);
        default: break;
    }
    FormulaNode number = as(Type::Number, std::move(argument), syntax);
    return number.scale == 0 ? number : node(Operation::Floor, Type::Number, {std::move(number)});
}

FormulaNode joined_conditions(Operation operation, Arguments arguments, const FormulaSyntax& syntax) {
    for (FormulaNode& argument : arguments) argument = as(Type::Boolean, std::move(argument), syntax);
    return node(operation, Type::Boolean, std::move(arguments));
}

FormulaNode is_blank(FormulaNode argument) {
    if (argument.type == Type::Boolean) return constant(Type::Boolean, 0);
    if (argument.type == Type::Nothing) return constant(Type::Boolean, 1);
    return node(Operation::IsBlank, Type::Boolean, {std::move(argument)});
}

/// CASE(value, match, result, match, result, …, otherwise)
FormulaNode case_of(Arguments arguments, const FormulaSyntax& syntax) {
    if (arguments.size() % 2 != 0) throw formula_failure(syntax.position, "CASE() takes a value, then pairs of match and result, then a last result.");
    FormulaNode out = std::move(arguments.back());
    for (std::size_t i = arguments.size() - 3; i >= 1 && i < arguments.size(); i -= 2)
        out = choice(equal(arguments[0], std::move(arguments[i]), syntax), std::move(arguments[i + 1]), std::move(out), syntax);
    return out;
}

FormulaNode text_of(FormulaNode argument, const FormulaSyntax& syntax) {
    switch (argument.type) {
        case Type::Text: return argument;
        case Type::Nothing: return constant(Type::Text, "");
        case Type::Number: return node(Operation::TextOfNumber, Type::Text, {std::move(argument)});
        case Type::Date: return node(Operation::TextOfDate, Type::Text, {std::move(argument)});
        case Type::DateTime: return node(Operation::TextOfDateTime, Type::Text, {std::move(argument)});
        default: throw formula_failure(syntax.position, fmt::format("TEXT() cannot write {}.", name_of(argument.type)));
    }
}

FormulaNode rounded(Arguments arguments, const FormulaSyntax& syntax) {
    FormulaNode number = as(Type::Number, std::move(arguments[0]), syntax);
    const FormulaNode& digits = arguments[1];
    bool whole = digits.is_constant() && digits.type == Type::Number && digits.scale == 0 && digits.value.is_integer();
    if (!whole || digits.value.integer() < 0 || digits.value.integer() > decimal::max_scale)
        throw formula_failure(syntax.position, fmt::format("ROUND() takes its number of digits as a number from 0 to {}.", decimal::max_scale));
    int scale = static_cast<int>(digits.value.integer());
    return number.scale <= scale ? number : rescaled(std::move(number), scale);
}

FormulaNode extreme(Operation operation, Arguments arguments, const FormulaSyntax& syntax) {
    unify(arguments, syntax);
    Type type = arguments.front().type;
    int scale = arguments.front().scale;
    if (type != Type::Number && type != Type::Date && type != Type::DateTime)
        throw formula_failure(syntax.position, fmt::format("{}() takes numbers or dates, but this is {}.", syntax.text, name_of(type)));
    return node(operation, type, std::move(arguments), scale);
}

FormulaNode remainder(Arguments arguments, const FormulaSyntax& syntax) {
    for (FormulaNode& argument : arguments) argument = as(Type::Number, std::move(argument), syntax);
    unify(arguments, syntax);
    int scale = arguments.front().scale;
    return node(Operation::Remainder, Type::Number, std::move(arguments), scale);
}

FormulaNode blank_value(Arguments arguments, const FormulaSyntax& syntax) {
    FormulaNode value = arguments[0];
    return choice(is_blank(std::move(arguments[0])), std::move(arguments[1]), std::move(value), syntax);
}

FormulaNode absolute(Arguments arguments, const FormulaSyntax& syntax) {
    FormulaNode number = as(Type::Number, std::move(arguments[0]), syntax);
    int scale = number.scale;
    return node(Operation::Absolute, Type::Number, {std::move(number)}, scale);
}

FormulaNode includes(Arguments arguments, const FormulaSyntax& syntax) {
    FormulaNode set = as(Type::Text, std::move(arguments[0]), syntax);
    FormulaNode code = as(Type::Text, std::move(arguments[1]), syntax);
    FormulaNode wanted = node(Operation::Concatenate, Type::Text, {constant(Type::Text, ";"), std::move(code), constant(Type::Text, ";")});
    return node(Operation::Contains, Type::Boolean, {std::move(set), std::move(wanted)});
}

/// A function that looks at its arguments before it knows their types.
struct FreeFunction {
    std::string_view name;
    std::size_t least, most;
    FormulaNode (*make)(Arguments, const FormulaSyntax&);
};
constexpr std::size_t many = 100;
constexpr std::array free_functions{
    FreeFunction{"IF", 3, 3,
                 [](Arguments a, const FormulaSyntax& syntax) { return choice(std::move(a[0]), std::move(a[1]), std::move(a[2]), syntax); }},
    FreeFunction{"AND", 1, many, [](Arguments a, const FormulaSyntax& syntax) { return joined_conditions(Operation::And, std::move(a), syntax); }},
    FreeFunction{"OR", 1, many, [](Arguments a, const FormulaSyntax& syntax) { return joined_conditions(Operation::Or, std::move(a), syntax); }},
    FreeFunction{"NOT", 1, 1, [](Arguments a, const FormulaSyntax& syntax) { return negation(as(Type::Boolean, std::move(a[0]), syntax)); }},
    FreeFunction{"ISBLANK", 1, 1, [](Arguments a, const FormulaSyntax&) { return is_blank(std::move(a[0])); }},
    FreeFunction{"ISNULL", 1, 1, [](Arguments a, const FormulaSyntax&) { return is_blank(std::move(a[0])); }},
    FreeFunction{"BLANKVALUE", 2, 2, blank_value},
    FreeFunction{"NULLVALUE", 2, 2, blank_value},
    FreeFunction{"CASE", 4, many, case_of},
    FreeFunction{"ISPICKVAL", 2, 2,
                 [](Arguments a, const FormulaSyntax& syntax) { return equal(std::move(a[0]), std::move(a[1]), syntax); }},
    FreeFunction{"INCLUDES", 2, 2, includes},
    FreeFunction{"TEXT", 1, 1, [](Arguments a, const FormulaSyntax& syntax) { return text_of(std::move(a[0]), syntax); }},
    FreeFunction{"VALUE", 1, 1,
                 [](Arguments a, const FormulaSyntax& syntax) {
                     return node(Operation::NumberOfText, Type::Number, {as(Type::Text, std::move(a[0]), syntax)}, division_scale);
                 }},
    FreeFunction{"DATEVALUE", 1, 1, [](Arguments a, const FormulaSyntax& syntax) { return argument_as('d', std::move(a[0]), syntax); }},
    FreeFunction{"ROUND", 2, 2, rounded},
    FreeFunction{"ABS", 1, 1, absolute},
    FreeFunction{"MIN", 1, many, [](Arguments a, const FormulaSyntax& syntax) { return extreme(Operation::Least, std::move(a), syntax); }},
    FreeFunction{"MAX", 1, many, [](Arguments a, const FormulaSyntax& syntax) { return extreme(Operation::Greatest, std::move(a), syntax); }},
    FreeFunction{"MOD", 2, 2, remainder},
};

void check_count(const FormulaSyntax& syntax, std::size_t least, std::size_t most) {
    std::size_t count = syntax.parts.size();
    if (count >= least && count <= most) return;
    std::string wanted = least == most ? std::to_string(least) : fmt::format("at least {}", least);
    throw formula_failure(syntax.position, fmt::format("{}() takes {} value{}, not {}.", syntax.text, wanted, wanted == "1" ? "" : "s", count));
}

}  // namespace

FormulaNode call_function(const FormulaSyntax& syntax, std::vector<FormulaNode> arguments) {
    std::vector<std::string_view> names;
    for (const PlainFunction& function : plain_functions) {
        names.push_back(function.name);
        if (function.name != syntax.text) continue;
        check_count(syntax, function.takes.size(), function.takes.size());
        for (std::size_t i = 0; i < arguments.size(); ++i)
            arguments[i] = argument_as(function.takes[i], std::move(arguments[i]), syntax.parts[i]);
        return node(function.operation, function.type, std::move(arguments));
    }
    for (const FreeFunction& function : free_functions) {
        names.push_back(function.name);
        if (function.name != syntax.text) continue;
        check_count(syntax, function.least, function.most);
        return function.make(std::move(arguments), syntax);
    }
    std::string_view meant = text::nearest(syntax.text, names);
    throw formula_failure(syntax.position, fmt::format("there is no function {}().{}", syntax.text, meant.empty() ? "" : fmt::format(" Did you mean {}()?", meant)));
}

}  // namespace rapport::query

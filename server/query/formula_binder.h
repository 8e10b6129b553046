#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "query/formula.h"
#include "query/formula_syntax.h"
#include "query/formula_tree.h"

namespace rapport::query {

/// Gives a formula's names and parts their types. Its operators are in formula_binder.cpp, functions in formula_functions.cpp.
class FormulaBinder {
public:
    FormulaBinder(const metadata::Catalogue& catalogue, std::vector<FieldPath>& paths, int depth = 0)
        : catalogue_(catalogue), paths_(paths), depth_(depth) {}

    /// `prefix` leads from the record that is asked about to the one of `object`, on which the formula stands.
    FormulaNode bind(const FormulaSyntax& syntax, const metadata::Object& object, const FieldPath& prefix);

private:
    FormulaNode bind_path(const FormulaSyntax& syntax);
    FormulaNode field_node(const FormulaSyntax& syntax, const metadata::Object& object, const metadata::Field& field, FieldPath path);
    FormulaNode bind_operator(const FormulaSyntax& syntax);
    FormulaNode bind_call(const FormulaSyntax& syntax);
    FormulaNode bind_part(const FormulaSyntax& syntax);

    const metadata::Catalogue& catalogue_;
    std::vector<FieldPath>& paths_;
    int depth_;  // formulas that read formulas that read …
    const metadata::Object* object_ = nullptr;
    FieldPath prefix_;
};

// ------------------------------------------------------------------ formula_nodes.cpp: what nodes may be made of

std::string_view name_of(FormulaType type);
FormulaNode constant(FormulaType type, Value value, int scale = 0);
FormulaNode number_of(const FormulaSyntax& syntax, std::string_view digits);
/// A node of `operation` over parts; worked out at once when all of them are constant.
FormulaNode node(FormulaOperation operation, FormulaType type, std::vector<FormulaNode> parts, int scale = 0);
FormulaNode rescaled(FormulaNode number, int scale);
/// The part, or a failure that says which type was expected. Nothing (NULL) becomes any type.
FormulaNode as(FormulaType type, FormulaNode part, const FormulaSyntax& syntax);
/// The parts as one type, and as one scale if they are numbers.
void unify(std::span<FormulaNode> parts, const FormulaSyntax& syntax);
FormulaNode equal(FormulaNode left, FormulaNode right, const FormulaSyntax& syntax);
FormulaNode negation(FormulaNode condition);
FormulaNode choice(FormulaNode condition, FormulaNode yes, FormulaNode no, const FormulaSyntax& syntax);

// ------------------------------------------------------------------ formula_functions.cpp

/// The call with its arguments bound. Throws Failure(Invalid, "invalid_formula").
FormulaNode call_function(const FormulaSyntax& syntax, std::vector<FormulaNode> arguments);

/// Digits after the point that a division has at least.
constexpr int division_scale = 6;

}  // namespace rapport::query

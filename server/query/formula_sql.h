#pragma once

#include <string>
#include <vector>

#include "query/formula.h"
#include "query/formula_tree.h"

namespace rapport::query {

/// Writes a formula as an expression of SQL. What it computes is what FormulaEvaluator does.
class FormulaSql {
public:
    /// `columns` are the SQL of Formula::paths(), one each.
    FormulaSql(const storage::Dialect& dialect, const Context& context, const std::vector<std::string>& columns)
        : dialect_(dialect), context_(context), columns_(columns) {}

    /// The value as it would be stored: blank text is null, conditions are 1 or 0.
    std::string stored(const FormulaNode& root) const;

private:
    std::string write(const FormulaNode& node) const;
    std::string constant(const FormulaNode& node) const;
    std::string field(const FormulaNode& node) const;
    std::string condition(const FormulaNode& node) const;
    std::string choice(const FormulaNode& node) const;
    std::string sum(const FormulaNode& node) const;
    std::string number(const FormulaNode& node) const;
    std::string text(const FormulaNode& node) const;
    std::string date(const FormulaNode& node) const;
    std::string extreme(const FormulaNode& node) const;
    std::string joined(const FormulaNode& node, std::string_view between) const;
    std::string count(const FormulaNode& node) const;

    const storage::Dialect& dialect_;
    const Context& context_;
    const std::vector<std::string>& columns_;
};

}  // namespace rapport::query

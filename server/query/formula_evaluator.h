#pragma once

#include <string_view>
#include <vector>

#include "query/formula.h"
#include "query/formula_tree.h"

namespace rapport::query {

/// Works a formula out in memory. Every operation gives what formula_sql.cpp has the engines compute.
class FormulaEvaluator {
public:
    FormulaEvaluator(const Context& context, const std::vector<FieldPath>& paths, const FieldValues& values)
        : context_(context), paths_(paths), values_(values) {}

    Value evaluate(const FormulaNode& node) const;

private:
    Value field(const FormulaNode& node) const;
    Value number(const FormulaNode& node) const;
    Value text(const FormulaNode& node) const;
    Value condition(const FormulaNode& node) const;
    Value date(const FormulaNode& node) const;
    Value extreme(const FormulaNode& node) const;
    bool is_true(const FormulaNode& node) const { return evaluate(node).integer() != 0; }
    std::string text_of(const FormulaNode& node) const { return evaluate(node).text(); }
    std::int64_t count_of(const FormulaNode& node) const;

    const Context& context_;
    const std::vector<FieldPath>& paths_;
    const FieldValues& values_;
};

}  // namespace rapport::query

#pragma once

#include "query/formula_tree.h"

namespace rapport::query {

/// What the engines take. SQLite's parser has room for 100 open ends; the question around the formula needs some of it.
constexpr int max_formula_nesting = 80;

/// How many ends the SQL of a formula (FormulaSql) leaves open at its deepest place.
int nesting(const FormulaNode& node);

}  // namespace rapport::query

#pragma once

#include <cstdint>
#include <vector>

#include "query/formula.h"
#include "query/formula_tree.h"

namespace rapport::query {

constexpr std::int64_t max_formula_text = 10'000'000;  // characters that a text on the way may have

/// The most characters that a text in this tree can have, whatever is in the fields; 0 when there is no text.
std::int64_t longest_text(const FormulaNode& node, const std::vector<FieldPath>& paths);

}  // namespace rapport::query

#pragma once

#include <string>
#include <vector>

#include "metadata/duplicate_rules.h"

namespace rapport::matching {

/// How alike two values are, in the form that normal_form() gives them: 1 is the same, 0 and less different. Neither is empty.
double likeness(metadata::Comparing as, const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace rapport::matching

#pragma once

#include <string>

#include "query/select.h"

namespace rapport::query::testing {

/// A parsed question in one line, such as "(a = 1 and not b like 'x%')", for tests to compare.
std::string describe(const Term& term);
std::string describe(const Condition& condition);
std::string describe(const Select& select);

}  // namespace rapport::query::testing

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace rapport::metadata::types {

/// The number that a person or a spreadsheet wrote, as plain digits that decimal::parse reads.
///
/// Takes currency signs and codes, thousands separators and decimal marks of both conventions, "(120)" and "120-"
/// for negative numbers, and the endings k, m, bn. `scale` is how many digits after the point the field holds; it
/// settles "1,234", which can only be a thousand where three digits after the point do not fit.
/// Problems: "invalid_number", "ambiguous_number".
Result<std::string> plain_number(std::string_view written, int scale);

}  // namespace rapport::metadata::types

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::metadata::types {

/// "C-{0000}" and 42 are "C-0042". Numbers with more digits than zeros are written whole.
/// `format` is one that the type auto_number has accepted; `number` is not negative.
std::string format_auto_number(std::string_view format, std::int64_t number);

}  // namespace rapport::metadata::types

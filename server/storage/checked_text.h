#pragma once

#include <string_view>

namespace rapport::storage {

/// Throws Failure(Invalid, "invalid_text") for what not every engine can store: zero bytes, and bytes that are not UTF-8.
void check_text(std::string_view text);

}  // namespace rapport::storage

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "metadata/object.h"

namespace rapport::metadata::types {

/// An e-mail address as it is stored. Problem: "invalid_email".
Result<std::string> read_email(std::string_view text, const Field& field);

/// The same from "Ada Lovelace <ada@example.com>" and "mailto:ada@example.com" too.
Result<std::string> parse_email(std::string_view text, const Field& field);

}  // namespace rapport::metadata::types

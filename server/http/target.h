#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace rapport::http {

/// Splits a request's target into its path and query, percent-decoded.
///
/// Answers false when the target is no path, or holds a broken escape, a zero byte or bytes that are not UTF-8.
bool read_target(std::string_view target, Request& request);

/// Nothing when an escape is broken. "+" stays "+".
std::optional<std::string> percent_decode(std::string_view text);

/// Everything but letters, digits and "-._~" becomes an escape.
std::string percent_encode(std::string_view text);

}  // namespace rapport::http

#pragma once

#include <cstddef>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "metadata/object.h"

/// The options of picklists.
namespace rapport::metadata::types {

inline constexpr std::size_t longest_option = 255;  // characters of a value

/// Reads "options" ([{"value", "label", "tint", "active"}] or plain values) and "restricted" into the field.
/// `forbidden` are characters that no value may have.
Result<void> configure_options(Field& field, const Json& declaration, std::string_view forbidden = {});

/// By value, otherwise by label, in any case and with or without accents; null when there is none.
const PicklistOption* find_written_option(const Field& field, std::string_view written);

/// The value as it is stored: an active option's, or any when the field is not restricted.
/// Problems: "invalid_option", "inactive_option".
Result<std::string_view> accept_option(const Field& field, std::string_view value);

}  // namespace rapport::metadata::types

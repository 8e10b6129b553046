#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "metadata/object.h"

namespace rapport::metadata {

/// What is wrong with the name of a field, as a sentence; nothing when it can be a column.
std::optional<std::string> problem_with_name(std::string_view name);

/// Whether the system adds a field of that name to objects, or may one day: no administrator's field is called so.
bool is_system_name(std::string_view name);

/// Why no other field may be called like this one, as a sentence.
std::string why_taken(const Field& field);

/// "close_date" is "Close date".
std::string label_from_name(std::string_view name);

}  // namespace rapport::metadata

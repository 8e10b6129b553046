#pragma once

#include <functional>
#include <string>

#include "metadata/object.h"

namespace rapport::metadata {

/// Reads the duplicate rules of an object whose fields are known. `refuse` is told what is wrong with them.
DuplicateRules read_duplicate_rules(const Object& object, const Json& declaration, const std::function<void(const std::string&)>& refuse);

}  // namespace rapport::metadata

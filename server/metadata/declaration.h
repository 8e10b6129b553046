#pragma once

#include <string>
#include <vector>

#include "base/failure.h"
#include "base/json.h"
#include "metadata/object.h"

namespace rapport::metadata {

/// One declaration as an Object: system fields added, compounds and currencies expanded, defaults filled in. What
/// concerns other objects (targets, children) is done by the catalogue. Adds what is wrong to `problems`.
Object read_declaration(const Json& declaration, std::vector<Problem>& problems);

}  // namespace rapport::metadata

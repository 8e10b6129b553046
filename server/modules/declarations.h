#pragma once

#include <vector>

#include "base/json.h"

namespace rapport::modules {

/// All objects that Rapport comes with, module by module; metadata::Registry is made from them.
std::vector<Json> declarations();

}  // namespace rapport::modules

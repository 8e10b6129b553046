#pragma once

#include <vector>

#include "base/json.h"

/// What people do with customers: tasks, events, calls, notes, on records of any kind.
namespace rapport::activities {

/// The objects of this module, as metadata/declaration.schema.json describes them.
std::vector<Json> declarations();

}  // namespace rapport::activities

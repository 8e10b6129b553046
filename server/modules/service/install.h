#pragma once

#include <vector>

#include "base/json.h"

/// What customers ask for after the sale: cases.
namespace rapport::service {

/// The objects of this module, as metadata/declaration.schema.json describes them.
std::vector<Json> declarations();

}  // namespace rapport::service

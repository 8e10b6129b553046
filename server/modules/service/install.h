#pragma once

#include <vector>

#include "base/json.h"
#include "records/service.h"

/// What customers ask for after the sale: cases.
namespace rapport::service {

/// The objects of this module, as metadata/declaration.schema.json describes them.
std::vector<Json> declarations();

/// Adds the behaviour of these objects.
void install(records::Service& service);

}  // namespace rapport::service

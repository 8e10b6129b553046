#pragma once

#include <vector>

#include "base/json.h"
#include "records/service.h"

/// What people do with customers: tasks, events, calls, notes, on records of any kind.
namespace rapport::activities {

/// The objects of this module, as metadata/declaration.schema.json describes them.
std::vector<Json> declarations();

/// Adds the behaviour of these objects.
void install(records::Service& service);

}  // namespace rapport::activities

#pragma once

#include <vector>

#include "base/json.h"
#include "records/service.h"

/// What every module stands on: the organization, its people and their rights, money, pipelines, tags and files.
namespace rapport::core {

/// The objects of this module, as metadata/declaration.schema.json describes them.
std::vector<Json> declarations();

/// Adds the behaviour of these objects.
void install(records::Service& service);

}  // namespace rapport::core

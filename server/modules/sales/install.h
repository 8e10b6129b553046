#pragma once

#include <vector>

#include "base/json.h"
#include "records/service.h"

/// From the first word to the signed order: accounts, contacts, leads, opportunities, products, campaigns.
namespace rapport::sales {

/// The objects of this module, as metadata/declaration.schema.json describes them.
std::vector<Json> declarations();

/// Adds the behaviour of these objects.
void install(records::Service& service);

}  // namespace rapport::sales

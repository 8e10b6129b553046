#pragma once

#include <string>

#include "metadata/catalogue.h"

namespace rapport::api {

/// The API as OpenAPI 3.1, from the route table and the catalogue: every object has a schema of its fields.
std::string openapi_document(const metadata::Catalogue& catalogue, const std::string& version);

}  // namespace rapport::api

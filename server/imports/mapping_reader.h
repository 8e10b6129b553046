#pragma once

#include <string>

#include "base/json.h"
#include "imports/columns.h"
#include "imports/mapping.h"
#include "security/actor.h"

namespace rapport::imports {

/// What the caller said about the rows; see docs/import.md for the JSON.
struct MappingRequest {
    std::string object;
    Json mapping;       // null: columns are matched to fields by their names
    std::string match;  // stands above the mapping's; empty for none
};

/// Throws Failure(Invalid, "invalid_mapping") with one Problem for each thing wrong, named as in the JSON ("fields.parent.match");
/// Failure(NotFound, "unknown_object"); Failure(Invalid, "no_columns_match") when no column is of any use.
/// Fields that the actor may not change are unknown to a mapping.
Mapping read_mapping(const MappingRequest& request, const Columns& columns, metadata::CataloguePointer catalogue,
                     const security::Actor& actor);

}  // namespace rapport::imports

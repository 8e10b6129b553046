#pragma once

#include <set>
#include <vector>

#include "imports/columns.h"
#include "imports/mapping.h"
#include "security/actor.h"

namespace rapport::imports {

/// Finds for each column that is not in `used` the field it is meant for: by name, alias, Salesforce spelling, label or
/// what other programs call it (synonyms.h). Adds what it finds to `fields` and `used`; a field that is mapped already is
/// left alone, and of two columns for one field the first counts.
void match_columns(const Columns& columns, const metadata::Object& object, const metadata::Catalogue& catalogue,
                   const security::Actor& actor, std::set<std::size_t>& used, std::vector<FieldMapping>& fields);

}  // namespace rapport::imports

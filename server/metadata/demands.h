#pragma once

#include "metadata/catalogue.h"
#include "storage/database.h"

namespace rapport::metadata {

/// Looks whether the records that are there meet what `after` demands of them and `before` did not. Throws
/// Failure(Conflict): "values_repeat" for a field that shall be unique, "values_missing" for one that shall be required.
/// Records in the trash do not count.
void require_met_demands(storage::Session& session, const Catalogue& before, const Catalogue& after);

}  // namespace rapport::metadata

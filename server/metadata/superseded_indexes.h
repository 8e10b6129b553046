#pragma once

#include <string>
#include <vector>

#include "metadata/catalogue.h"
#include "storage/database.h"

namespace rapport::metadata {

/// Indexes of our making that an earlier version of the program wanted and this one does not: they only slow writes down.
/// Unique ones are not among them.
std::vector<std::string> superseded_indexes(storage::Session& session, const Catalogue& catalogue);

}  // namespace rapport::metadata

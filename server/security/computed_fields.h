#pragma once

#include <utility>
#include <vector>

#include "metadata/catalogue.h"
#include "security/rights.h"

namespace rapport::security {

/// Formulas, roll-ups and fields that behaviour derives, if they tell something that these rights do not let be read:
/// a hidden field, or one of an object that may not be read, also of records that are reached through references.
std::vector<std::pair<const metadata::Object*, const metadata::Field*>> telling_fields(const metadata::CataloguePointer& catalogue, const Rights& rights);

}  // namespace rapport::security

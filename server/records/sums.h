#pragma once

#include "base/json.h"
#include "metadata/object.h"
#include "query/select.h"

namespace rapport::records {

/// What a roll-up field is, by parent; of the children that meet `condition`, too, where that is not null.
query::Select sums_by_parent(const metadata::Field& field, const Json& condition = {});

}  // namespace rapport::records

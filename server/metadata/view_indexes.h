#pragma once

#include <vector>

#include "metadata/object.h"

namespace rapport::metadata {

/// The indexes along which the object's list views can be walked: what they filter by with "=", then what they sort by.
/// Only those that no declared index begins with.
std::vector<Index> view_indexes(const Object& object);

}  // namespace rapport::metadata

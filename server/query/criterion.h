#pragma once

#include "base/json.h"
#include "metadata/catalogue.h"
#include "query/predicate.h"

namespace rapport::query {

/// A JSON filter as a predicate that holds whoever asks, and whenever: comparisons of the object's own stored fields with
/// fixed values. Throws Failure(Invalid) for what bind() refuses, and "not_supported" for paths, formulas, related records,
/// TODAY and "me". A day means one in UTC.
Predicate criterion(const Json& filter, const metadata::Catalogue& catalogue, const metadata::Object& object);

}  // namespace rapport::query

#pragma once

#include <vector>

#include "metadata/catalogue.h"

namespace rapport::query {

/// Everything that is wrong with what list views and roll-ups ask: columns, filters and sorts. Each Problem's field is
/// "object.list_views.name.filter".
std::vector<Problem> view_problems(const metadata::Catalogue& catalogue);

}  // namespace rapport::query

#pragma once

#include <vector>

#include "metadata/catalogue.h"
#include "query/query.h"

namespace rapport::query {

/// Everything that is wrong with what list views, roll-ups and sections of layouts ask: columns, filters, sorts, conditions. Each
/// Problem's field is "object.list_views.name.filter".
std::vector<Problem> view_problems(const metadata::Catalogue& catalogue);

/// Everything that is wrong with one list view that is not declared, for somebody who sees these fields. Each Problem's
/// field is a member of it, such as "filter".
std::vector<Problem> list_view_problems(const metadata::CataloguePointer& catalogue, const metadata::Object& object, const Json& view, const FieldVisible& visible);

}  // namespace rapport::query

#pragma once

#include <vector>

#include "base/failure.h"
#include "metadata/object.h"

namespace rapport::metadata {

/// What is wrong with an object's layouts and with the form of its list views: members and kinds that nobody knows,
/// fields and child relations that are not there. Columns, filters and sorts are the query layer's to read. Each
/// Problem's field is "object.layouts.detail.sections.0.fields.2".
void find_layout_problems(const Object& object, std::vector<Problem>& problems);

/// The same for one list view that is not declared; each Problem's field begins with "list_view.".
void find_list_view_problems(const Object& object, const Json& view, std::vector<Problem>& problems);

}  // namespace rapport::metadata

#pragma once

#include <string>
#include <vector>

#include "metadata/catalogue.h"
#include "query/query.h"

namespace rapport::query {

/// What is wrong with the condition of a section, beyond what any filter would be refused for: a screen decides by it while
/// people type, so it compares the object's own fields with fixed values, as they are stored.
void find_condition_problems(const metadata::Object& object, const std::string& where, const Json& condition, std::vector<Problem>& problems);

/// The object's layouts for somebody who sees these fields: in conditions, every other field counts as empty.
Json layouts_for(const metadata::Object& object, const FieldVisible& visible);

}  // namespace rapport::query

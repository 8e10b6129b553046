#pragma once

#include <vector>

#include "metadata/catalogue.h"
#include "security/directory.h"

namespace rapport::security {

/// What a catalogue says of roles that are not there: in layouts for roles, and in the views with which roles begin.
std::vector<Problem> role_problems(const metadata::Catalogue& catalogue, const Directory& directory);

}  // namespace rapport::security

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "records/check.h"

namespace rapport::app {

/// Looks at every record and at the content of every file; changes nothing. Answers what is not as it should be.
std::vector<records::Finding> check(Workspace& workspace, const std::function<void(const std::string&)>& progress);

}  // namespace rapport::app

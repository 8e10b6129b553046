#pragma once

#include <string>

#include "app/workspace.h"

namespace rapport::app {

/// Fills a new workspace with the demo company, and gives all its people this password.
void make_demo_workspace(Workspace& workspace, const std::string& password);

}  // namespace rapport::app

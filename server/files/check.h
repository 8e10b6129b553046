#pragma once

#include <vector>

#include "files/files.h"
#include "records/check.h"

namespace rapport::files {

/// Reads the content of every file, also of those in the trash, and compares it with its address; finds those that are missing
/// (missing_content), damaged (damaged_content), and those that the workspace does not know (orphaned_content). Changes nothing.
std::vector<records::Finding> check(const Files& files);

}  // namespace rapport::files

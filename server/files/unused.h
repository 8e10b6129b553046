#pragma once

#include <cstdint>

#include "base/calendar.h"
#include "files/files.h"

namespace rapport::files {

/// Removes the contents that no record has named since `before`, not even one in the trash, and what of uploads was left behind
/// by a server that was killed. Notes at `now` which contents nobody names any more. Answers how many were removed.
std::int64_t remove_unused(Files& files, DateTime now, DateTime before);

}  // namespace rapport::files

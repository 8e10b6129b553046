#pragma once

#include <functional>

#include "records/undo.h"

namespace rapport::records {

/// Undoes every change that was made after a moment, whoever made it, newest first: the records are as they were then. What
/// stands in the history is what can be undone; settings that have none, and what was removed from the trash for good, are not.
/// For a workspace that nobody works in. It is a change set of its own, and `progress` is told how many lines it has undone.
/// Throws Failure(Invalid, "before_the_workspace") for a moment at which there was no workspace yet.
UndoReport rewind(Service& service, DateTime moment, const std::function<void(std::int64_t lines)>& progress);

}  // namespace rapport::records

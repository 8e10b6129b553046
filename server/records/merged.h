#pragma once

#include <vector>

#include "records/change_sets.h"

namespace rapport::records {

/// The record that this one was merged into, and that one in turn; none when it was not merged.
RecordId survivor_of(storage::Session& session, RecordId record);
/// The change set of the merge that took this record away; 0 when there is none.
std::int64_t merge_of(storage::Session& session, RecordId record);

/// As the change set keeps them.
std::string merge_details(RecordId survivor, const std::vector<RecordId>& merged);
/// Notes of those of a merge that are in the trash where they went.
void mark_merged(storage::Session& session, const StoredChangeSet& merge);

}  // namespace rapport::records

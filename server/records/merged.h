#pragma once

#include <vector>

#include "records/change_sets.h"
#include "records/relations.h"

namespace rapport::records {

/// The record that this one was merged into, and that one in turn; none when it was not merged.
RecordId survivor_of(storage::Session& session, RecordId record);
/// The change set of the merge that took this record away; 0 when there is none.
std::int64_t merge_of(storage::Session& session, RecordId record);

/// What a change set keeps of a merge that the history does not tell.
struct MergeDetails {
    RecordId survivor;
    std::vector<RecordId> merged;
    ReferenceCounts moved;  // so far, by a merge of several transactions
};
std::string json_text(const MergeDetails& details);
MergeDetails merge_details(const StoredChangeSet& merge);
/// Notes of those of a merge that are in the trash where they went.
void mark_merged(storage::Session& session, const StoredChangeSet& merge);

}  // namespace rapport::records

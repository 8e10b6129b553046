#pragma once

#include <vector>

#include "records/merge.h"
#include "records/record.h"

namespace rapport::records {

/// What a survivor takes over from the others.
struct MergedValues {
    Json asked;   // what the actor may see and change: by the road of every change
    Json hidden;  // what they may not: it is not shown, and not lost either
};

/// Records: the survivor, then the others in their order. What nobody chose keeps the survivor's value, or takes the first
/// there is; the parts of an address stay together, and amounts keep to their currency.
/// Throws Failure(Invalid, "validation_failed") for a choice that cannot be made.
MergedValues merged_values(const std::vector<Record>& records, const MergeRequest& request, const security::Actor& actor);

}  // namespace rapport::records

#pragma once

#include "api/call.h"

namespace rapport::api {

// Actions on one record.

/// Merges the records that the body names into this one, or tells what would happen.
http::Response merge_records(Call& call);
/// Undoes the merge that took this record away, with all that it did.
http::Response unmerge_record(Call& call);

}  // namespace rapport::api

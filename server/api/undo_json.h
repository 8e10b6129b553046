#pragma once

#include "api/call.h"
#include "base/json_writer.h"
#include "records/undo.h"

namespace rapport::api {

/// The members of a report, into an object that is open.
void write_undo_report(JsonWriter& out, Call& call, storage::Session& session, const records::UndoReport& report);

/// Undoes a change set as the body of the call says, {"dry_run": true, "conflicts": "overwrite"}; answers its report.
http::Response undo_change_set(Call& call, std::int64_t change_set);

}  // namespace rapport::api

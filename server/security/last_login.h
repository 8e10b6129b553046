#pragma once

#include "base/calendar.h"
#include "base/record_id.h"
#include "storage/database.h"

namespace rapport::security {

/// Writes down when somebody logged in. It makes no new version and no line of history: it stands in nobody's way who changes that
/// person at the same time, and nothing that one would take back.
void note_login(storage::Session& session, RecordId user, DateTime at);

}  // namespace rapport::security

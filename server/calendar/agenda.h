#pragma once

#include "base/calendar.h"
#include "base/json.h"
#include "base/json_writer.h"
#include "security/statements.h"
#include "storage/database.h"

namespace rapport::calendar {

struct AgendaRequest {
    DateTime from, to;
    Json owners;  // ids
};

/// Writes the events of these people that the asker sees in a span of time, as items of the JSON array that `out` stands in:
/// as records, each time of a recurring one for itself, with `occurrence` saying which it is. Of private events that the asker
/// does not see, when somebody is busy, and nothing else.
/// Throws Failure(TooLarge, "too_many_events").
void write_agenda(storage::Session& session, const security::Asking& asking, const AgendaRequest& request, JsonWriter& out);

}  // namespace rapport::calendar

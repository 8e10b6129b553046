#pragma once

#include "api/call.h"
#include "base/json_writer.h"
#include "records/change_sets.h"
#include "records/history.h"

namespace rapport::api {

/// The number in the path. Throws Failure(NotFound, "unknown_change_set").
std::int64_t change_set_id(const Call& call);

/// The members of a change set, into an object that is open.
void write_change_set(JsonWriter& out, Call& call, storage::Session& session, const records::StoredChangeSet& set);

/// One line of the history as an object; false and nothing when all that it tells is hidden from the caller.
bool write_history_line(JsonWriter& out, const records::HistoryLine& line, const metadata::Object& object, const query::FieldVisible& visible,
                        const std::function<void()>& more = {});

}  // namespace rapport::api

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/json.h"
#include "base/record_id.h"
#include "metadata/object.h"
#include "security/actor.h"
#include "storage/database.h"

namespace rapport::records {

/// A change set as it stands in the database.
struct StoredChangeSet {
    std::int64_t id = 0;
    std::string kind;    // create, update, delete, restore, batch, import, merge, convert, undo, …
    std::string source;  // the door by which it came
    DateTime changed_at;
    RecordId changed_by;  // none: the system
    std::string actor;
    std::string object;  // of all its records; empty when they are of several
    RecordId record;     // the first one
    std::int64_t records = 0;
    std::int64_t lines = 0;
    std::int64_t undoes = 0;  // the change set that it undoes; 0 for none
    std::string details;
    std::string state;        // running, done, failed
    std::string undone;       // no, partly, yes
    std::int64_t undone_by = 0;
};

struct ChangeSetFilter {
    std::optional<RecordId> user;
    std::optional<RecordId> record;  // that it changed
    const metadata::Object* object = nullptr;  // of whose records it changed some
    std::optional<DateTime> from, until;  // when it was made: from that moment on, and before that one
    std::string kind;
    std::int64_t before = 0;  // its number; 0: from the newest on
    std::int64_t limit = 50;
};

std::optional<StoredChangeSet> find_change_set(storage::Session& session, std::int64_t id);
/// Those that the actor may know of: their own, for administrators all. Throws Failure(NotFound, "unknown_change_set").
StoredChangeSet change_set_for(storage::Session& session, const security::Actor& actor, std::int64_t id);
/// Up to here one transaction holds all of what is done; the writer has other things to do.
constexpr std::int64_t most_at_once = 1000;
/// One that goes over several transactions begins and ends. Ending answers false when it had ended already.
void begin_running(storage::Session& session, std::int64_t id);
bool end_running(storage::Session& session, std::int64_t id, std::string_view state);
/// Newest first.
std::vector<StoredChangeSet> list_change_sets(storage::Session& session, const ChangeSetFilter& filter);

}  // namespace rapport::records

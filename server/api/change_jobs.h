#pragma once

#include "jobs/queue.h"
#include "records/merge.h"
#include "records/undo.h"
#include "security/directory.h"

namespace rapport::api {

/// Lets the queue undo and merge what is too much for one transaction: after a stop of the program, or of the machine, it goes on.
void add_change_kinds(jobs::Queue& queue, records::Service& service, const security::Directory& directory);

struct StartedChange {
    std::int64_t change_set = 0;  // that tells how far it is
    std::int64_t job = 0;
};

/// Puts it into the queue. Throws what Undo::begin() throws.
StartedChange start_undo(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const records::UndoRequest& request);

/// Throws Failure(Conflict, "merge_running") while one of the records is part of another merge, or of what undoes one.
void refuse_what_is_being_merged(jobs::Queue& queue, storage::Session& session, const records::MergeRequest& request);
/// The same for a merge; what cannot be brought to its end is undone. Throws what Merge::begin() and
/// refuse_what_is_being_merged() throw.
StartedChange start_merge(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const metadata::Object& object, const records::MergeRequest& request);

/// Some thousand changes are done by then, and the answer tells of all of it.
constexpr std::chrono::milliseconds patience{1500};

}  // namespace rapport::api

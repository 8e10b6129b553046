#pragma once

#include "jobs/queue.h"
#include "records/undo.h"
#include "security/directory.h"

namespace rapport::api {

/// Lets the queue undo what is too much for one transaction: after a stop of the program, or of the machine, it goes on.
void add_undo_kind(jobs::Queue& queue, records::Service& service, const security::Directory& directory);

struct StartedUndo {
    std::int64_t change_set = 0;  // that tells how far it is
    std::int64_t job = 0;
};

/// Puts it into the queue. Throws what Undo::begin() throws.
StartedUndo start_undo(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const records::UndoRequest& request);

}  // namespace rapport::api

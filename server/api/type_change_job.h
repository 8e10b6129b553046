#pragma once

#include "jobs/queue.h"
#include "records/type_change.h"

namespace rapport::api {

/// Lets the queue change types of fields: after a stop of the program, or of the machine, it goes on.
void add_type_change_kind(jobs::Queue& queue, records::Service& service);

struct StartedTypeChange {
    std::int64_t change_set = 0;
    std::int64_t job = 0;
};

/// Throws Failure(Conflict, "type_changing") while the type of the field is being changed.
StartedTypeChange start_type_change(jobs::Queue& queue, records::Service& service, const security::Actor& actor, records::Source source, const records::TypeChange& change);

}  // namespace rapport::api

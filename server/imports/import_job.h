#pragma once

#include "imports/importer.h"
#include "jobs/queue.h"
#include "security/directory.h"

namespace rapport::imports {

/// Lets the queue do imports: after a stop of the program, or of the machine, they go on behind the last row that is in.
void add_import_kind(jobs::Queue& queue, records::Service& service, const security::Directory& directory);

struct Started {
    std::int64_t run = 0;
    std::int64_t job = 0;
};

/// Checks header and mapping, keeps the file, and puts the import into the queue. Throws what Importer::begin() throws.
Started start_import(jobs::Queue& queue, records::Service& service, const security::Actor& actor, const Request& request);

}  // namespace rapport::imports

#pragma once

#include "identity/identity.h"
#include "jobs/queue.h"
#include "storage/database.h"

namespace rapport::app {

/// What the system does for itself by the clock: it forgets what nobody needs any more.
void add_house_keeping(jobs::Queue& queue, storage::Database& database, identity::Identity& identity);

}  // namespace rapport::app

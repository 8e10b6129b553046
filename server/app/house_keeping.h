#pragma once

#include "files/files.h"
#include "identity/identity.h"
#include "jobs/queue.h"
#include "records/service.h"

namespace rapport::app {

/// What the system does for itself by the clock: it forgets what nobody needs any more.
void add_house_keeping(jobs::Queue& queue, records::Service& service, identity::Identity& identity, files::Files& files);

}  // namespace rapport::app

#pragma once

#include "base/json.h"
#include "records/operation.h"
#include "security/actor.h"

namespace rapport::records {

class Service;

/// Something that can be done with a record of one object beyond reading and writing it, in a class with one job.
/// Registered by name in a module's install(). Whether the actor may run it at all has been checked.
class Action {
public:
    struct Call {
        const security::Actor& actor;
        Source source;
        RecordId record;
        const Json& input;
    };

    virtual ~Action() = default;
    /// Answers what the API does.
    virtual Json run(const Call& call, Service& service) const = 0;
};

}  // namespace rapport::records

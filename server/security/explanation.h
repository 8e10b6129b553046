#pragma once

#include <string>
#include <vector>

#include "security/grounds.h"
#include "storage/database.h"

namespace rapport::security {

/// Why somebody may do something with a record, or why not, for people.
struct Reason {
    std::string code;
    std::string message;
    RecordId source;              // the role, permission set, team, rule or share that it follows from; often none
    RecordId through;             // the record whose own reasons these are; often none
    std::vector<Reason> because;  // those reasons
};

struct Verdict {
    bool allowed = false;
    std::vector<Reason> reasons;  // all grounds there are, or what is missing
};

/// Whether the actor has this access to a record, in the trash or not, and why. Tells what the actor may not see: who
/// asks must be allowed to know.
Verdict explain(storage::Session& session, const Actor& actor, const metadata::CataloguePointer& catalogue, RecordId record, Access access);

}  // namespace rapport::security

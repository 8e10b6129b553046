#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "security/statements.h"
#include "storage/database.h"

namespace rapport::search {

struct Request {
    std::string typed;
    std::vector<const metadata::Object*> objects;  // where to look; those that the asker may read
    std::size_t limit = 20;                        // records of each object
};

/// The records of one object that were found, the best first.
struct Group {
    const metadata::Object* object = nullptr;
    std::vector<const metadata::Field*> fields;  // id, name, and two that tell records of the same name apart
    std::vector<std::vector<Value>> records;     // the values of those
};

/// Looks for records that have all that was typed, in fields that the asker may see, among records that the asker may see:
/// exact ones first, then the asker's own, then the newest; objects in the order of their best record. When there are none,
/// for what may have been meant instead of a mistyped word. See docs/decisions/0060.
/// Throws Failure(Invalid, "too_long").
std::vector<Group> find(storage::Session& session, const security::Asking& asking, const Request& request);

}  // namespace rapport::search

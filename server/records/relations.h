#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "records/service.h"

namespace rapport::records {

/// Which references are moved.
struct Moving {
    std::vector<RecordId> from;
    RecordId to;
    /// Which of the references there are; all when empty.
    std::function<bool(const metadata::Object& object, const metadata::Field& field)> which = {};
};

/// Lets what refers to some records refer to another one, in the name of the system: whoever may merge or convert records
/// need not be able to change all that hangs on them. What cannot move, because the other record has its like already, stays.
/// Answers how many references of each object moved. The run has a change set. Throws Failure(Conflict, "too_many_related").
std::map<std::string, std::int64_t> move_relations(Service& service, ChangeSet& change_set, std::string actor, const Moving& moving, storage::Session& session, std::set<std::string>& changed);

}  // namespace rapport::records

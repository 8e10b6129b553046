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

/// References by object: how many.
using ReferenceCounts = std::map<std::string, std::int64_t>;
std::int64_t total(const ReferenceCounts& counts);

/// One transaction's share of what is moved in several.
struct MovingPage {
    std::int64_t most = 0;
    /// Up to which record each field has been gone through, by the three names of a reference.
    std::map<std::string, std::int64_t> reached = {};
    /// What cannot move, by the same names and in order: it is not tried again.
    std::map<std::string, std::vector<std::int64_t>> stuck = {};
    /// Nothing was left beyond it.
    bool is_last = false;
};

/// Lets what refers to some records refer to another one, in the name of the system: whoever may merge or convert records
/// need not be able to change all that hangs on them. What cannot move, because the other record has its like already, stays.
/// Answers how many references moved. Without a page all of them do. The run has a change set.
ReferenceCounts move_relations(Service& service, ChangeSet& change_set, std::string actor, const Moving& moving, storage::Session& session, std::set<std::string>& changed);
ReferenceCounts move_relations(Service& service, ChangeSet& change_set, std::string actor, const Moving& moving, storage::Session& session, std::set<std::string>& changed, MovingPage& page);

/// How many references there are to move; none is counted beyond `most` of one field.
ReferenceCounts count_relations(const metadata::Catalogue& catalogue, const Moving& moving, storage::Session& session, std::int64_t most);

}  // namespace rapport::records

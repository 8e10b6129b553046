#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/change_set.h"
#include "records/operation.h"
#include "records/record.h"
#include "security/actor.h"
#include "storage/database.h"

namespace rapport::records {

class Service;

/// One record on its way through the pipeline.
struct Change {
    Operation::Kind kind;             // Create, Update, Delete or Restore; an upsert has become one of them
    const metadata::Object& object;
    const metadata::Catalogue& catalogue;
    const security::Actor& actor;
    storage::Session& session;
    Source source;
    ChangeSet& change_set;            // what follows from this change belongs to it, too
    const Record* before = nullptr;   // null for Create
    Record after;                     // what will be, or was, written
    std::vector<bool> given;          // by Field::index: named in the request
    std::vector<Problem> problems;    // hooks and rules add to it; any problem refuses the change

    RecordId id() const { return after.id(); }
    bool is_given(std::string_view field) const { return given[static_cast<std::size_t>(object.field(field).index)]; }
    /// True on Create when the field has a value, on Update when it differs from before.
    bool changes(std::string_view field) const;
    void refuse(std::string field, std::string code, std::string message);
};

/// Behaviour of an object, in a class with one job. Registered by name in a module's install(); runs in that order.
class Hook {
public:
    virtual ~Hook() = default;
    /// Completes the record before it is validated and written: derived fields, defaults from elsewhere.
    virtual void before_save(Change&) const {}
    /// Does what follows from the change, in the same transaction, through the same session.
    virtual void after_save(Change&, Service&) const {}
};

}  // namespace rapport::records

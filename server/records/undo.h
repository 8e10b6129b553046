#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/json_writer.h"
#include "records/change_sets.h"
#include "records/service.h"

namespace rapport::records {

/// Something that was left as it is, because undoing it would undo what somebody did later, or was refused.
struct UndoConflict {
    std::string object;
    RecordId record;
    std::string field;  // empty: it is about the record as a whole
    std::string code;   // changed_since, has_records, in_trash, deleted_again, gone, or what the write road refused with
    std::string message;
    Json was, became, now;  // of the field: before the change set, after it, and at present
    RecordId changed_by;    // whoever changed it last
    std::string actor;
    std::optional<DateTime> changed_at;
};

/// What became, or would become, of undoing a change set.
struct UndoReport {
    std::int64_t change_set = 0;  // that holds what was done to undo; 0 when there was nothing to do, or it was a preview
    std::string state = "done";   // or running
    std::int64_t undone = 0;      // changes that were undone
    std::int64_t unchanged = 0;   // those that were undone already
    std::int64_t conflict_count = 0;
    std::vector<UndoConflict> conflicts;  // the first of them
    bool complete = true;         // false: a preview that looked at the newest changes only
    // Of one that takes several transactions, to go on from.
    std::int64_t reached = 0;     // the line of the history up to which it is done; 0 at the start
    bool forbidden = false;       // something was refused for want of rights
};

enum class OnConflict {
    Keep,       // what was changed later stays
    Overwrite,  // it is undone all the same
};

struct UndoRequest {
    std::int64_t change_set = 0;
    OnConflict on_conflict = OnConflict::Keep;
};

/// Undoes change sets, through the road that every change takes. See docs/history.md.
class Undo {
public:
    Undo(Service& service, const security::Actor& actor, Source source) : service_(service), actor_(actor), source_(source) {}

    /// What would happen. Nothing is kept.
    UndoReport preview(const UndoRequest& request);
    /// A change set of few lines is undone in one transaction.
    bool is_small(const UndoRequest& request);
    UndoReport run(const UndoRequest& request);

    /// One of many is undone in several, so that others can write between them: begin() answers the number of the new
    /// change set, which tells how far it is, and go_on() undoes the next lines. Whatever ends it early, it goes on from there.
    std::int64_t begin(const UndoRequest& request, storage::Session& session);
    /// False when there was nothing left: then it is done.
    bool go_on(std::int64_t change_set, const UndoRequest& request, storage::Session& session, std::set<std::string>& changed);

    /// In a transaction that is open.
    UndoReport run(const UndoRequest& request, storage::Session& session, std::set<std::string>& changed);

private:
    Service& service_;
    const security::Actor& actor_;
    Source source_;
};

/// As it is kept with the change set.
std::string report_json(const UndoReport& report);
UndoReport report_of(const StoredChangeSet& set);

}  // namespace rapport::records

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "metadata/registry.h"
#include "records/action.h"
#include "records/hook.h"
#include "records/operation.h"
#include "records/record.h"
#include "records/rules.h"
#include "security/actor.h"
#include "security/statements.h"
#include "storage/database.h"

namespace rapport::records {

/// What one call of apply() runs under.
struct Run {
    const security::Actor& actor;
    Source source = Source::Api;
    Mode mode = Mode::AllOrNothing;
    ChangeSet* change_set = nullptr;  // of the act that this is a part of; none: the call is an act of its own
};

/// The writing road: every change from every door goes through apply(). See pipeline.cpp for the checklist.
class Service {
public:
    Service(storage::Database& database, metadata::Registry& registry);

    /// Behaviour for one object; called while the program starts, before the first apply().
    void add_hook(std::string object, std::unique_ptr<Hook> hook);

    /// The same for what else can be done with a record of the object.
    void add_action(std::string object, std::string name, std::unique_ptr<Action> action);
    /// None when there is no such action.
    const Action* find_action(const std::string& object, const std::string& name) const;

    /// Runs the operations in order, in one transaction, as one pipeline. AllOrNothing: the first failure is thrown and
    /// nothing is changed. RowByRow: a failed operation is undone by itself and reported in its outcome.
    std::vector<Outcome> apply(const Run& run, const std::vector<Operation>& operations);
    /// The same inside a transaction that the caller has open; adds to `changed` the objects whose records changed.
    std::vector<Outcome> apply(const Run& run, const std::vector<Operation>& operations, storage::Session& session, std::set<std::string>& changed);

    /// One operation; throws its failure.
    Outcome apply(const Run& run, const Operation& operation);

    /// Called after a transaction committed, with the names of the objects it changed. For snapshots that must follow.
    void on_commit(std::function<void(const std::set<std::string>&)> listener);
    /// Calls those listeners; for callers of apply() with a session of their own, after their transaction committed.
    void announce(const std::set<std::string>& changed) const;

    /// Sums up anew what parents know of their children of this object, and its running totals, after the children's values
    /// were changed in the database itself. Which children count must not have changed.
    void refresh_sums(const metadata::Object& child, storage::Session& session) const;

    metadata::Registry& registry() const { return registry_; }
    storage::Database& database() const { return database_; }
    /// What was compiled for questions asked before; for reading too.
    security::Statements& statements() { return statements_; }

private:
    /// What is undone when an operation fails: everything, in one go with those before it, or only what it did itself.
    enum class Undoing { None, Together, Each };
    std::vector<Outcome> apply_all(const Run& run, const std::vector<Operation>& operations, storage::Session& session, std::set<std::string>& changed, Undoing undoing);
    std::vector<Outcome> apply_row_by_row(const Run& run, const std::vector<Operation>& operations, storage::Session& session, std::set<std::string>& changed);

    friend class Pipeline;
    storage::Database& database_;
    metadata::Registry& registry_;
    std::map<std::string, std::vector<std::unique_ptr<Hook>>, std::less<>> hooks_;
    std::map<std::pair<std::string, std::string>, std::unique_ptr<Action>> actions_;
    Rules rules_;
    security::Statements statements_;
    std::vector<std::function<void(const std::set<std::string>&)>> commit_listeners_;
};

/// Makes the tables beside the records: history, outbox, trash, counters, search texts; one of the migrations.
void create_tables(storage::Session& session);
/// Makes the table of the keys by which duplicates are found; one of the migrations.
void add_duplicate_keys(storage::Session& session);

}  // namespace rapport::records

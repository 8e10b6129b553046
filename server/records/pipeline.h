#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "query/query.h"
#include "records/money.h"
#include "records/service.h"
#include "search/index.h"
#include "security/restriction.h"

namespace rapport::records {

/// One run of operations inside one transaction. The checklists that every change goes through are save() and remove()
/// in pipeline.cpp; each line of them is a file beside it.
class Pipeline {
public:
    /// The run has a change set.
    Pipeline(Service& service, const Run& run, storage::Session& session);

    /// Asks at once, for what comes, which of the records that they name can be seen. What it does not find is asked for again.
    void look_up_references(const std::vector<Operation>& operations);
    /// Runs one operation; throws its Failure.
    Outcome apply(const Operation& operation);
    /// Writes what is written for all operations together: history, outbox, what parents know of their children.
    void finish();
    /// Brings the sums of this object's records up to date, for an operation that reads one of them.
    void settle_roll_ups(std::string_view parent);
    /// Lets the records written so far be found, for an operation that is refused when it makes a duplicate.
    void settle_duplicates(const Operation& operation);
    /// How much of that there is; what came after a mark is forgotten when its operation failed.
    struct Mark {
        std::size_t history, outbox, search, roll_ups, totals;
        ChangeSet::Mark change_set;
    };
    Mark mark() const { return {history_.size(), outbox_.size(), search_.mark(), roll_ups_.size(), totals_.size(), run_.change_set->mark()}; }
    void forget_since(const Mark& mark);
    /// A record that the actor may do this to, with every field; throws what doing it would.
    Record load_for(Operation::Kind kind, const metadata::Object& object, RecordId id);
    /// The row as it stands, in the trash or not, whoever asks; without an id when there is none.
    Record stored_record(const metadata::Object& object, RecordId id);
    /// Whether the actor may do this to a live record.
    bool is_reachable(const metadata::Object& target, RecordId id, security::Access access);
    const metadata::Catalogue& catalogue() const { return *catalogue_; }
    /// Names of the objects whose records changed so far.
    const std::set<std::string>& changed_objects() const { return changed_objects_; }
    /// Whether what the directory shows has changed: who there is, what they may do, who was given something.
    bool changed_rights() const;

private:
    Outcome save(const Operation& operation, const metadata::Object& object, RecordId id);
    Outcome remove(const Operation& operation, const metadata::Object& object);
    Outcome restore(const Operation& operation, const metadata::Object& object);
    void keep_exact(Change& change, const Record& wanted, const std::set<std::string>& open) const;
    RecordId find_match(const Operation& operation, const metadata::Object& object);

    // access.cpp
    void check_object_right(Operation::Kind kind, const metadata::Object& object) const;
    Record load(const metadata::Object& object, RecordId id, Operation::Kind kind);
    void check_version(const Operation& operation, const Record& before) const;

    // read_fields.cpp
    void read_fields(Change& change, const Operation& operation);
    void read_field(Change& change, const std::string& key, const Json& value, const Inside& inside);
    void set_field(Change& change, const metadata::Field& field, const Json& value);
    void change_members(Change& change, const metadata::Field& field, const Json& value);

    // references.cpp
    void read_relation(Change& change, const metadata::Field& field, const Json& value);
    std::vector<RecordId> find_by(const metadata::Object& target, const metadata::Field& field, const Json& value);
    void check_references(Change& change, bool exact);
    void check_new_owner(Change& change);
    void check_record_type(Change& change) const;

    // defaults.cpp
    void fill_defaults(Change& change);
    void number_record(Change& change);

    // tags.cpp
    void spell_tags(Change& change);
    void write_tags(const Change& change);

    // validation.cpp
    void check_required(Change& change) const;
    void check_rules(Change& change);
    void refuse_problems(const Change& change) const;

    // duplicates.cpp
    void check_duplicates(Change& change, const Operation& operation);

    // grantees.cpp
    void note_grantees(const Change& change, const std::vector<const metadata::Field*>& changed);

    // write.cpp
    void insert(Change& change);
    void update(Change& change, const std::vector<const metadata::Field*>& changed);

    // trash.cpp
    void move_to_trash(const metadata::Object& object, RecordId id, RecordId root, DateTime now);
    void take_from_trash(RecordId root, DateTime now);

    // traces.cpp
    void write_history(const Change& change, const std::vector<const metadata::Field*>& changed);
    void write_search_text(const Change& change, const std::vector<const metadata::Field*>& changed);
    void write_outbox(const Change& change, const std::vector<const metadata::Field*>& changed);

    // roll_ups.cpp
    struct RollUp {
        const metadata::Object* parent;
        const metadata::Field* field;
        std::int64_t id;
        friend auto operator<=>(const RollUp&, const RollUp&) = default;
    };
    void note_roll_ups(const Change& change, const std::vector<const metadata::Field*>& changed);
    void update_roll_ups();
    void update_roll_up(const metadata::Object& parent, const metadata::Field& field, const std::vector<RollUp>& sums);
    void note_sums_of(const RollUp& one);

    // totals.cpp
    struct TotalChange {
        const metadata::Object* object;
        const metadata::Totals* totals;
        std::vector<Value> group;        // values of Totals::by
        std::vector<std::int64_t> sums;  // in the order of metadata::totals::sums()
    };
    void note_totals(const Change& change, const std::vector<const metadata::Field*>& changed);
    void note_total(const metadata::Totals& totals, const Record& record, int sign);
    void write_totals();

    void run_before_hooks(Change& change) const;
    void run_after_hooks(Change& change);
    security::Asking asking(security::Access access = security::Access::Read) const;
    /// Runs a question of the pipeline's own with these rights.
    void ask(const query::Select& select, const security::Asking& asking, const std::function<void(const std::vector<Cell>&)>& visit);

    Service& service_;
    const Run& run_;
    storage::Session& session_;
    metadata::CataloguePointer catalogue_;
    Money money_;
    std::set<std::string> changed_objects_;
    bool new_grantees_ = false;
    std::vector<std::vector<Value>> history_, outbox_;
    search::Changes search_;
    std::vector<RollUp> roll_ups_;
    std::vector<TotalChange> totals_;
    std::map<security::Access, std::unordered_set<RecordId>> reachable_;  // references that were checked in this run
};

/// Fields whose stored values differ.
std::vector<const metadata::Field*> changed_fields(const Record* before, const Record& after);

}  // namespace rapport::records

#include "records/service.h"

#include <set>

#include "metadata/current_tables.h"
#include "records/pipeline.h"
#include "search/filling.h"
#include "security/directory.h"

namespace rapport::records {

Service::Service(storage::Database& database, metadata::Registry& registry) : database_(database), registry_(registry) {}

void Service::add_hook(std::string object, std::unique_ptr<Hook> hook) { hooks_[std::move(object)].push_back(std::move(hook)); }

void Service::add_action(std::string object, std::string name, std::unique_ptr<Action> action) {
    actions_[{std::move(object), std::move(name)}] = std::move(action);
}

const Action* Service::find_action(const std::string& object, const std::string& name) const {
    auto found = actions_.find({object, name});
    return found == actions_.end() ? nullptr : found->second.get();
}

void Service::on_commit(std::function<void(const std::set<std::string>&)> listener) { commit_listeners_.push_back(std::move(listener)); }

std::vector<Outcome> Service::apply(const Run& run, const std::vector<Operation>& operations) {
    struct Applied {
        std::vector<Outcome> outcomes;
        std::set<std::string> changed;
    };
    Applied applied = metadata::on_current_tables(registry_, registry_.current(), [&](const auto&) {
        return database_.write([&](storage::Session& session) {
            Applied out;
            out.outcomes = apply(run, operations, session, out.changed);
            return out;
        });
    });
    announce(applied.changed);
    return std::move(applied.outcomes);
}

void Service::announce(const std::set<std::string>& changed) const {
    if (changed.empty()) return;
    for (const auto& listener : commit_listeners_) listener(changed);
}

std::vector<Outcome> Service::apply(const Run& run, const std::vector<Operation>& operations, storage::Session& session, std::set<std::string>& changed) {
    const bool is_act = !run.change_set;
    ChangeSet own(run.actor, run.source);
    const Run whole{run.actor, run.source, run.mode, is_act ? &own : run.change_set};
    auto outcomes = run.mode == Mode::RowByRow ? apply_row_by_row(whole, operations, session, changed) : apply_all(whole, operations, session, changed, Undoing::None);
    if (is_act) own.close(session);
    for (Outcome& outcome : outcomes) outcome.change_set = whole.change_set->number();
    return outcomes;
}

namespace {

/// An operation has failed that left something behind, and has no savepoint of its own.
struct LeftSomething {};

}  // namespace

/// Nearly all rows go through, or fail before anything of them is written. So there is one savepoint for all of them; only when a
/// row left something behind, they are done again, each with a savepoint of its own.
std::vector<Outcome> Service::apply_row_by_row(const Run& run, const std::vector<Operation>& operations, storage::Session& session, std::set<std::string>& changed) {
    std::vector<Outcome> outcomes;
    const ChangeSet::Mark before = run.change_set->mark();
    try {
        session.savepoint([&] { outcomes = apply_all(run, operations, session, changed, Undoing::Together); });
    } catch (const LeftSomething&) {
        run.change_set->go_back(before);
        outcomes = apply_all(run, operations, session, changed, Undoing::Each);
    }
    return outcomes;
}

std::vector<Outcome> Service::apply_all(const Run& run, const std::vector<Operation>& operations, storage::Session& session, std::set<std::string>& changed, Undoing undoing) {
    Pipeline pipeline(*this, run, session);
    std::vector<Outcome> outcomes;
    outcomes.reserve(operations.size());
    if (operations.size() > 1) pipeline.look_up_references(operations);
    for (const Operation& operation : operations) {
        pipeline.settle_roll_ups(operation.object);
        pipeline.settle_duplicates(operation);
        // Where the first failure ends everything, there is nothing to go back to.
        const std::optional<Pipeline::Mark> mark = undoing == Undoing::None ? std::nullopt : std::optional(pipeline.mark());
        const std::uint64_t traces = session.traces();
        try {
            Outcome outcome;
            if (undoing == Undoing::Each) session.savepoint([&] { outcome = pipeline.apply(operation); });
            else outcome = pipeline.apply(operation);
            run.change_set->note(run.actor, operation, outcome);
            outcomes.push_back(std::move(outcome));
        } catch (const Failure& failure) {
            // A database that is away concerns every row, and is tried again as a whole; so is what nobody has proved yet to be theirs.
            bool of_this_row = mark && failure.kind() != FailureKind::Unavailable && failure.kind() != FailureKind::Internal && failure.code() != security::unproved;
            if (!of_this_row) throw;
            if (undoing == Undoing::Together && session.traces() != traces) throw LeftSomething();
            pipeline.forget_since(*mark);
            outcomes.push_back({operation.id, Outcome::Result::Failed, failure});
        }
    }
    pipeline.finish();
    changed.insert(pipeline.changed_objects().begin(), pipeline.changed_objects().end());
    if (pipeline.changed_rights()) security::note_change(session);
    return outcomes;
}

Outcome Service::apply(const Run& run, const Operation& operation) {
    return std::move(apply(run, std::vector<Operation>{operation}).front());
}

}  // namespace rapport::records

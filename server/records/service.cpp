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
    Pipeline pipeline(*this, whole, session);
    std::vector<Outcome> outcomes;
    auto keep = [&](const Operation& operation, Outcome outcome) {
        whole.change_set->note(run.actor, operation, outcome);
        outcomes.push_back(std::move(outcome));
    };
    outcomes.reserve(operations.size());
    for (const Operation& operation : operations) {
        pipeline.settle_roll_ups(operation.object);
        if (run.mode == Mode::AllOrNothing) {
            keep(operation, pipeline.apply(operation));
            continue;
        }
        const Pipeline::Mark mark = pipeline.mark();
        try {
            std::optional<Outcome> outcome;
            session.savepoint([&] { outcome = pipeline.apply(operation); });
            keep(operation, *std::move(outcome));
        } catch (const Failure& failure) {
            pipeline.forget_since(mark);
            // A database that is away concerns every row, and is tried again as a whole.
            if (failure.kind() == FailureKind::Unavailable || failure.kind() == FailureKind::Internal) throw;
            outcomes.push_back({operation.id, Outcome::Result::Failed, failure});
        }
    }
    pipeline.finish();
    if (is_act) own.close(session);
    for (Outcome& outcome : outcomes) outcome.change_set = whole.change_set->number();
    changed.insert(pipeline.changed_objects().begin(), pipeline.changed_objects().end());
    if (pipeline.changed_rights()) security::note_change(session);
    return outcomes;
}

Outcome Service::apply(const Run& run, const Operation& operation) {
    return std::move(apply(run, std::vector<Operation>{operation}).front());
}

}  // namespace rapport::records

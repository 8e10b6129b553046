#include "records/service.h"

#include <set>

#include "metadata/current_tables.h"
#include "records/pipeline.h"
#include "search/filling.h"
#include "security/directory.h"

namespace rapport::records {

Service::Service(storage::Database& database, metadata::Registry& registry) : database_(database), registry_(registry) {}

void Service::add_hook(std::string object, std::unique_ptr<Hook> hook) { hooks_[std::move(object)].push_back(std::move(hook)); }

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
    Pipeline pipeline(*this, run, session);
    std::vector<Outcome> outcomes;
    outcomes.reserve(operations.size());
    for (const Operation& operation : operations) {
        pipeline.settle_roll_ups(operation.object);
        if (run.mode == Mode::AllOrNothing) {
            outcomes.push_back(pipeline.apply(operation));
            continue;
        }
        const Pipeline::Mark mark = pipeline.mark();
        try {
            session.savepoint([&] { outcomes.push_back(pipeline.apply(operation)); });
        } catch (const Failure& failure) {
            pipeline.forget_since(mark);
            // A database that is away concerns every row, and is tried again as a whole.
            if (failure.kind() == FailureKind::Unavailable || failure.kind() == FailureKind::Internal) throw;
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

void create_tables(storage::Session& session) {
    // The engines number rows of these tables by themselves; nothing refers to the numbers but the table's own reader.
    auto numbered = [&](std::string_view table, std::string_view columns) {
        session.execute_script(session.dialect().create_table(table, columns, 1));
    };
    numbered("record_history",
             "record_id BIGINT NOT NULL, changed_at BIGINT NOT NULL, changed_by_id BIGINT, actor TEXT NOT NULL, source TEXT NOT NULL, operation TEXT NOT NULL, changes TEXT NOT NULL");
    numbered("outbox", "record_id BIGINT NOT NULL, object TEXT NOT NULL, operation TEXT NOT NULL, fields TEXT NOT NULL, happened_at BIGINT NOT NULL, actor_id BIGINT NOT NULL");
    session.execute_script(
        "CREATE INDEX record_history_of ON record_history (record_id);"
        "CREATE TABLE trash (record_id BIGINT PRIMARY KEY, root_id BIGINT NOT NULL, deleted_at BIGINT NOT NULL, deleted_by_id BIGINT);"
        "CREATE INDEX trash_root ON trash (root_id);"
        "CREATE TABLE record_counter (object TEXT NOT NULL, field TEXT NOT NULL, next BIGINT NOT NULL, PRIMARY KEY (object, field))");
    search::create_tables(session);
}

}  // namespace rapport::records

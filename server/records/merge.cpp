#include "records/merge.h"

#include <algorithm>
#include <limits>

#include "metadata/current_tables.h"
#include "records/history.h"
#include "records/merged.h"
#include "records/merged_values.h"
#include "records/pipeline.h"
#include "records/relations.h"
#include "security/directory.h"
#include "security/restriction.h"

namespace rapport::records {
namespace {

constexpr std::size_t most_others = 2;

/// Ends the transaction of a preview so that nothing of it stays.
struct NothingIsKept {};

Operation operation_on(Operation::Kind kind, const std::string& object, RecordId id) {
    Operation out;
    out.kind = kind;
    out.object = object;
    out.id = id;
    return out;
}

}  // namespace

void check_merge(const MergeRequest& request) {
    if (request.others.empty() || request.others.size() > most_others) throw invalid_field({"merge", "out_of_range", "Name one or two records to be merged into this one."});
    std::set<std::int64_t> ids{request.survivor.number()};
    for (RecordId id : request.others)
        if (!ids.insert(id.number()).second) throw invalid_field({"merge", "repeated", "A record cannot be merged with itself: name each one once."});
}

ChangeSet Merge::change_set(const std::string& object, const MergeRequest& request) const {
    ChangeSet out(actor_, source_, "merge");
    out.set_about(object, request.survivor);
    out.set_details(json_text({request.survivor, request.others, {}}));
    return out;
}

std::vector<Record> Merge::load(Pipeline& pipeline, const metadata::Object& object, const MergeRequest& request) const {
    std::vector<Record> records{pipeline.load_for(Operation::Kind::Update, object, request.survivor)};
    if (request.version && *request.version != records.front()["version"].integer())
        throw Failure(FailureKind::Conflict, "stale_version", "Somebody else changed this record since you loaded it: load it again and repeat your change.");
    for (RecordId id : request.others) records.push_back(pipeline.load_for(Operation::Kind::Delete, object, id));
    return records;
}

MergeReport Merge::run(const std::string& object_name, const MergeRequest& request, ChangeSet& change_set, storage::Session& session, std::set<std::string>& changed, MovingPage page) {
    const Run by_actor{actor_, source_, Mode::AllOrNothing, &change_set};
    Pipeline pipeline(service_, by_actor, session);
    const metadata::Object& object = pipeline.catalogue().object(object_name);
    const std::vector<Record> records = load(pipeline, object, request);
    MergedValues values = merged_values(records, request, actor_);

    MergeReport report;
    // Whatever refers to the others by now.
    page.most = std::numeric_limits<std::int64_t>::max();
    page.reached.clear();
    report.moved = move_relations(service_, change_set, "merge", {request.others, request.survivor}, session, changed, page);
    auto apply = [&](Pipeline& road, const security::Actor& actor, Operation operation) {
        road.settle_roll_ups(operation.object);
        Outcome outcome = road.apply(operation);
        change_set.note(actor, operation, outcome);
    };
    // First they make room for what must not repeat.
    for (RecordId id : request.others) apply(pipeline, actor_, operation_on(Operation::Kind::Delete, object.name, id));
    if (values.asked.is_object()) {
        Operation update = operation_on(Operation::Kind::Update, object.name, request.survivor);
        update.fields = values.asked;
        apply(pipeline, actor_, update);
    }
    pipeline.finish();
    auto system = security::Actor::system("merge");
    const Run by_system{system, Source::System, Mode::AllOrNothing, &change_set};
    Pipeline unseen(service_, by_system, session);
    if (values.hidden.is_object()) {
        Operation update = operation_on(Operation::Kind::Update, object.name, request.survivor);
        update.fields = values.hidden;
        update.inside = {true, true, {}, true};
        apply(unseen, system, update);
    }
    unseen.finish();

    change_set.close(session);
    report.change_set = change_set.number();
    auto stored = find_change_set(session, report.change_set);
    if (stored) mark_merged(session, *stored);
    Record after = pipeline.stored_record(object, request.survivor);
    auto visible = security::visible_to(actor_);
    for (const metadata::Field* field : changed_fields(&records.front(), after))
        if (!field->system && visible(object, *field))
            report.taken.push_back({field->name, shown_value(history_value(*field, records.front()[*field])), shown_value(history_value(*field, after[*field]))});
    for (const Pipeline* one : {&pipeline, &unseen}) {
        changed.insert(one->changed_objects().begin(), one->changed_objects().end());
        if (one->changed_rights()) security::note_change(session);
    }
    return report;
}

MergeReport Merge::run(const metadata::Object& object, const MergeRequest& request, const std::function<void(storage::Session&)>& first) {
    check_merge(request);
    std::set<std::string> changed;
    auto report = metadata::on_current_tables(service_.registry(), service_.registry().current(), [&](const auto&) {
        return service_.database().write([&](storage::Session& session) {
            changed.clear();
            first(session);
            ChangeSet own = change_set(object.name, request);
            return run(object.name, request, own, session, changed);
        });
    });
    service_.announce(changed);
    return report;
}

MergeReport Merge::preview(const metadata::Object& object, const MergeRequest& request) {
    check_merge(request);
    // Counting takes its time: whoever writes need not wait for it.
    if (!is_small(request)) return service_.database().read([&](storage::Session& session) { return outline(object.name, request, session); });
    MergeReport report;
    try {
        service_.database().write([&](storage::Session& session) {
            std::set<std::string> changed;
            ChangeSet own = change_set(object.name, request);
            report = run(object.name, request, own, session, changed);
            throw NothingIsKept();
        });
    } catch (const NothingIsKept&) {
    }
    report.change_set = 0;
    return report;
}

}  // namespace rapport::records

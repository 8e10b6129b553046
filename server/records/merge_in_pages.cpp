#include <limits>

#include "records/history.h"
#include "records/merge.h"
#include "records/merged.h"
#include "records/merged_values.h"
#include "records/pipeline.h"
#include "security/restriction.h"

namespace rapport::records {
namespace {

constexpr std::int64_t references_per_transaction = 300;

}  // namespace

bool Merge::is_small(const MergeRequest& request) {
    check_merge(request);
    return service_.database().read([&](storage::Session& session) {
        return total(count_relations(*service_.registry().current(), {request.others, request.survivor}, session, most_at_once + 1)) <= most_at_once;
    });
}

MergeReport Merge::outline(const std::string& object_name, const MergeRequest& request, storage::Session& session) {
    ChangeSet none = change_set(object_name, request);
    const Run by_actor{actor_, source_, Mode::AllOrNothing, &none};
    Pipeline pipeline(service_, by_actor, session);
    const metadata::Object& object = pipeline.catalogue().object(object_name);
    const std::vector<Record> records = load(pipeline, object, request);
    MergeReport report;
    report.moved = count_relations(pipeline.catalogue(), {request.others, request.survivor}, session, std::numeric_limits<std::int64_t>::max());
    const Json asked = merged_values(records, request, actor_).asked;
    if (asked.is_object())
        for (const auto& [name, value] : asked.members()) {
            const metadata::Field& field = object.field(name);
            report.taken.push_back({name, shown_value(history_value(field, records.front()[field])), value});
        }
    return report;
}

std::int64_t Merge::begin(const metadata::Object& object, const MergeRequest& request, storage::Session& session) {
    check_merge(request);
    ChangeSet own = change_set(object.name, request);
    const Run by_actor{actor_, source_, Mode::AllOrNothing, &own};
    Pipeline pipeline(service_, by_actor, session);
    // What can be told at once is refused at once.
    merged_values(load(pipeline, pipeline.catalogue().object(object.name), request), request, actor_);
    std::int64_t number = own.open(session);
    begin_running(session, number);
    return number;
}

bool Merge::go_on(std::int64_t change_set, const std::string& object, const MergeRequest& request, MovingPage& page, storage::Session& session, std::set<std::string>& changed) {
    const StoredChangeSet stored = change_set_for(session, actor_, change_set);
    if (stored.state == "done") return false;  // whoever did it ended before saying so
    if (stored.state != "running") throw Failure(FailureKind::Invalid, "merge_given_up", "This merge was given up, and taken back: merge the records again.");
    MergeDetails details = merge_details(stored);
    ChangeSet own(actor_, source_, "merge");
    own.go_on(change_set);
    ReferenceCounts moved;
    const bool last = page.is_last;
    if (last) {
        moved = run(object, request, own, session, changed, page).moved;
        end_running(session, change_set, "done");
    } else {
        const Run by_actor{actor_, source_, Mode::AllOrNothing, &own};
        Pipeline pipeline(service_, by_actor, session);
        load(pipeline, pipeline.catalogue().object(object), request);  // nothing moves to what has gone meanwhile
        page.most = references_per_transaction;
        moved = move_relations(service_, own, "merge", {request.others, request.survivor}, session, changed, page);
        own.close(session);
    }
    for (const auto& [name, count] : moved) details.moved[name] += count;
    session.execute("UPDATE change_set SET details = ?1 WHERE id = ?2", {json_text(details), change_set});
    return !last;
}

MergeReport Merge::report_of(std::int64_t change_set, storage::Session& session) const {
    const StoredChangeSet stored = change_set_for(session, actor_, change_set);
    const MergeDetails details = merge_details(stored);
    MergeReport report{change_set, stored.state, details.moved, {}};
    const metadata::CataloguePointer catalogue = service_.registry().current();
    const metadata::Object* object = catalogue->find(details.survivor);
    if (!object) return report;
    constexpr std::int64_t newest_lines = 20;
    for (const HistoryLine& line : history_of(session, details.survivor, 0, newest_lines)) {
        if (line.change_set != change_set) continue;
        const Json changes = shown_changes(line, *object, security::visible_to(actor_));
        for (const auto& [name, sides] : changes.members())
            if (!object->field(name).system) report.taken.push_back({name, sides.array().at(0), sides.array().at(1)});
    }
    return report;
}

}  // namespace rapport::records

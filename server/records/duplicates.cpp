#include "search/duplicates.h"

#include "base/json_writer.h"
#include "records/change_set.h"
#include "records/pipeline.h"

namespace rapport::records {
namespace {

constexpr std::size_t most_shown = 5;

/// What a conversion makes is no duplicate of what it is made from.
RecordId made_from(const ChangeSet& change_set) {
    const ChangeSet::State act = change_set.mark().now;
    return act.kind == "convert" ? act.record : RecordId();
}

Failure duplicate_of(const metadata::Object& object, const std::vector<search::LikelyDuplicate>& matches) {
    std::vector<Problem> problems;
    std::string json;
    JsonWriter out(json);
    out.begin_array();
    for (const auto& match : matches) {
        problems.push_back({match.reasons.empty() ? "" : match.reasons.front().comparison->fields.front(), "duplicate", match.id.text()});
        search::write(out, object, match);
    }
    out.end_array();
    return Failure(FailureKind::Conflict, "duplicate_record", "There is a " + matches.front().object->label + " like this already: open it, or save this one all the same.", std::move(problems))
        .with("matches", std::move(json));
}

}  // namespace

void Pipeline::settle_duplicates(const Operation& operation) {
    if (operation.refuse_duplicates) search_.write_keys(session_);
}

/// Looks among what the actor may see: a duplicate that is hidden stays hidden.
void Pipeline::check_duplicates(Change& change, const Operation& operation) {
    if (!operation.refuse_duplicates || change.kind != Operation::Kind::Create || change.object.duplicate_rules.empty()) return;
    auto as_actor = asking();
    auto profile = search::visible_profile(as_actor, change.object, [&](const metadata::Field& field) { return change.after[field]; });
    auto matches = search::find_duplicates(session_, as_actor, {change.object, profile, search::where_to_look(*catalogue_, change.object), made_from(*run_.change_set), most_shown});
    if (!matches.empty()) throw duplicate_of(change.object, matches);
}

}  // namespace rapport::records

#include "search/duplicates.h"

#include "base/json_writer.h"
#include "records/pipeline.h"

namespace rapport::records {
namespace {

constexpr std::size_t most_shown = 5;

Failure duplicate_of(const metadata::Object& object, const std::vector<search::LikelyDuplicate>& matches) {
    std::vector<Problem> problems;
    std::string json;
    JsonWriter out(json);
    out.begin_array();
    for (const auto& match : matches) {
        problems.push_back({match.field, "duplicate", match.id.text()});
        search::write(out, match);
    }
    out.end_array();
    return Failure(FailureKind::Conflict, "duplicate_record", "There is a " + object.label + " like this already: open it, or save this one all the same.", std::move(problems))
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
    auto matches = search::find_duplicates(session_, as_actor, {change.object, profile, {&change.object}, {}, most_shown});
    if (!matches.empty()) throw duplicate_of(change.object, matches);
}

}  // namespace rapport::records

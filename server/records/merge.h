#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "records/relations.h"
#include "records/service.h"

namespace rapport::records {

class Pipeline;

struct MergeRequest {
    RecordId survivor;
    std::vector<RecordId> others;             // one or two
    std::map<std::string, RecordId> choices;  // by field: the record whose value the survivor takes
    std::optional<std::int64_t> version;      // of the survivor: refuse when it has moved on
};

struct MergeReport {
    std::int64_t change_set = 0;  // 0: a preview
    std::string state = "done";   // or running, or failed
    ReferenceCounts moved;        // references that name the survivor now
    struct Taken {
        std::string field;
        Json from, to;
    };
    std::vector<Taken> taken;  // values that the survivor got, as far as the actor may see them
};

/// Throws Failure(Invalid, "validation_failed") for records that cannot be merged.
void check_merge(const MergeRequest& request);

/// Makes one record of two or three: the survivor takes the values that were chosen and those it lacks, and all that
/// refers to the others; those go to the trash, and their ids lead to it. One must be able to edit the survivor and to
/// delete the others. See docs/history.md.
/// Throws what the write road throws, and Failure(Invalid, "validation_failed") for what cannot be merged.
class Merge {
public:
    Merge(Service& service, const security::Actor& actor, Source source) : service_(service), actor_(actor), source_(source) {}

    /// What would happen. Nothing is kept. Where much would move it is only counted, and the values are those that were asked for.
    MergeReport preview(const metadata::Object& object, const MergeRequest& request);
    /// What few records refer to is merged in one transaction, which begins with what has to be looked at `first`.
    bool is_small(const MergeRequest& request);
    MergeReport run(const metadata::Object& object, const MergeRequest& request, const std::function<void(storage::Session&)>& first = [](storage::Session&) {});

    /// Where many do, they move in several, so that others can write between them, and the last one merges: begin() answers the
    /// number of the change set. Whatever ends it early, it goes on with what still refers to the others.
    std::int64_t begin(const metadata::Object& object, const MergeRequest& request, storage::Session& session);
    /// False when nothing was left to move: then they are merged.
    bool go_on(std::int64_t change_set, const std::string& object, const MergeRequest& request, MovingPage& page, storage::Session& session, std::set<std::string>& changed);
    /// How far it is, or what came of it.
    MergeReport report_of(std::int64_t change_set, storage::Session& session) const;

private:
    MergeReport run(const std::string& object, const MergeRequest& request, ChangeSet& change_set, storage::Session& session, std::set<std::string>& changed, MovingPage page = {});
    MergeReport outline(const std::string& object, const MergeRequest& request, storage::Session& session);
    std::vector<Record> load(Pipeline& pipeline, const metadata::Object& object, const MergeRequest& request) const;
    ChangeSet change_set(const std::string& object, const MergeRequest& request) const;

    Service& service_;
    const security::Actor& actor_;
    Source source_;
};

}  // namespace rapport::records

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "records/service.h"

namespace rapport::records {

struct MergeRequest {
    RecordId survivor;
    std::vector<RecordId> others;             // one or two
    std::map<std::string, RecordId> choices;  // by field: the record whose value the survivor takes
    std::optional<std::int64_t> version;      // of the survivor: refuse when it has moved on
};

struct MergeReport {
    std::int64_t change_set = 0;  // 0: a preview
    std::map<std::string, std::int64_t> moved;  // by object: references that name the survivor now
    struct Taken {
        std::string field;
        Json from, to;
    };
    std::vector<Taken> taken;  // values that the survivor got, as far as the actor may see them
};

/// Makes one record of two or three: the survivor takes the values that were chosen and those it lacks, and all that
/// refers to the others; those go to the trash, and their ids lead to it. One must be able to edit the survivor and to
/// delete the others. See docs/history.md.
/// Throws what the write road throws, and Failure(Invalid, "validation_failed") for what cannot be merged.
class Merge {
public:
    Merge(Service& service, const security::Actor& actor, Source source) : service_(service), actor_(actor), source_(source) {}

    MergeReport run(const metadata::Object& object, const MergeRequest& request);
    /// What would happen. Nothing is kept.
    MergeReport preview(const metadata::Object& object, const MergeRequest& request);

private:
    MergeReport run(const std::string& object, const MergeRequest& request, storage::Session& session, std::set<std::string>& changed);

    Service& service_;
    const security::Actor& actor_;
    Source source_;
};

}  // namespace rapport::records

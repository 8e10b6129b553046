#pragma once

#include <set>
#include <string>
#include <vector>

#include "records/change_sets.h"
#include "records/service.h"

namespace rapport::records {

/// Tags, and the one that takes their place on all records: so a tag is renamed, several become one, or are deleted.
struct TagReplacement {
    std::vector<RecordId> tags;
    std::string by;  // empty: none does
};

/// What has become of it so far; kept with its change set.
struct TagReport {
    std::int64_t changed = 0;  // records
    std::int64_t kept = 0;     // records that have such a tag all the same,
    std::string reason;        // and why one of them does
};
TagReport tag_report_of(const StoredChangeSet& set);

/// Replaces tags as the administrator who asks for it, in several transactions, so that others can write between them: begin() answers
/// the number of the change set. Whatever ends it early, it goes on from there. What records are like is not for this to judge; those
/// that hooks keep as they are keep the tag.
class TagReplacing {
public:
    TagReplacing(Service& service, const security::Actor& actor, Source source, TagReplacement replacement) : service_(service), actor_(actor), source_(source), replacement_(std::move(replacement)) {}

    /// A name that no tag has becomes one, with the colour of the first that it replaces.
    /// Throws Failure(NotFound, "unknown_tag"), and what the write road throws for what cannot be a tag.
    std::int64_t begin(storage::Session& session, std::set<std::string>& changed);
    /// False when no record was left: then the tags are gone that none has.
    bool go_on(std::int64_t change_set, storage::Session& session, std::set<std::string>& changed);
    /// On how many records they are, in the trash or not.
    std::int64_t count(storage::Session& session) const;

private:
    struct State;
    struct Found;
    struct Tag {
        RecordId id;
        std::string name;
        Value tint;
        bool in_trash;
    };
    std::vector<Tag> tags(storage::Session& session) const;
    void make_or_respell(ChangeSet& change_set, storage::Session& session, std::set<std::string>& changed);
    std::vector<Found> next_page(State& state, storage::Session& session) const;
    void replace(const std::vector<Found>& page, State& state, ChangeSet& change_set, storage::Session& session, std::set<std::string>& changed);
    /// What is in the trash is not for the write road.
    bool replace_in_trash(const metadata::Object& object, const metadata::Field& field, RecordId id, const std::string& by, storage::Session& session) const;
    void remove_unused(ChangeSet& change_set, storage::Session& session, std::set<std::string>& changed);

    Service& service_;
    const security::Actor& actor_;
    Source source_;
    TagReplacement replacement_;
    std::vector<Tag> tags_;
};

}  // namespace rapport::records

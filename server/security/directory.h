#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/registry.h"
#include "security/actor.h"
#include "security/rights.h"
#include "storage/database.h"

namespace rapport::security {

/// Who there is, in which role, with which permission sets: one immutable snapshot of the records of user, role and the
/// permission objects, swapped whole. Safe to use from any thread.
class Directory {
public:
    Directory(storage::Database& database, const metadata::Registry& registry);
    ~Directory();

    struct Person {
        RecordId id;
        std::string name;
        std::string email;
        bool active = false;
        bool administrator = false;
        std::int64_t role = 0;
        TimeZone time_zone = TimeZone::utc();
        std::int64_t queue_of = 0;  // the team whose members work this queue; 0 for people

        bool is_queue() const { return queue_of != 0; }
    };

    /// Throws Failure(Unauthenticated, "unknown_user") for nobody, for queues, and for people who were switched off.
    Actor actor(RecordId user) const;
    /// People by e-mail address, in any case; active or not. Nobody logs in as a queue.
    std::optional<Person> find(std::string_view email) const;
    std::optional<Person> find(RecordId user) const;
    /// The teams that somebody belongs to, by number of the record: by name, through a role or through another team.
    std::set<std::int64_t> teams_of(RecordId user) const;
    /// Everybody who belongs to the team; nobody when it is no team.
    std::set<std::int64_t> members_of(RecordId team) const;
    bool is_role(RecordId id) const;
    /// The role of somebody, the one above it, and so on to the top.
    std::vector<RecordId> roles_of(RecordId user) const;
    /// Everybody, active or not, in the order in which they were added; no queues.
    std::vector<Person> people() const;
    /// The first active administrator: in whose name the command line works.
    std::optional<Person> first_administrator() const;

    /// Loads the records again.
    void load();
    /// Looks whether another process has changed them, and loads them then. Cheap when not.
    void refresh();
    /// What to do after a commit that changed records of these objects.
    void follow(const std::set<std::string>& changed);
    /// The objects whose records this is a snapshot of.
    static const std::set<std::string>& objects();

    struct Snapshot;  // of security/ alone

private:
    std::shared_ptr<const Snapshot> snapshot() const;

    storage::Database& database_;
    const metadata::Registry& registry_;
    mutable std::mutex mutex_;
    std::shared_ptr<const Snapshot> snapshot_;
};

/// Makes the row that counts the changes of what the directory shows; one of the migrations.
void create_tables(storage::Session& session);

/// Says that records of Directory::objects() were changed; in the transaction that changes them.
void note_change(storage::Session& session);

}  // namespace rapport::security

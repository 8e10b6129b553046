#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "storage/database.h"

namespace rapport::security {

/// Who is meant when a role, a team or a territory is named. All by number of the record.
class Groups {
public:
    /// Everybody that can be a member has been added before.
    void add_person(std::int64_t user, std::int64_t role);
    /// A user whose records are those of a team.
    void add_queue(std::int64_t user, std::int64_t team) { queues_of_team_.emplace(team, user); }
    void load(storage::Session& session);

    bool is_role(std::int64_t number) const { return parent_of_role_.contains(number); }
    /// The role of the user, the one above it, and so on.
    std::vector<std::int64_t> roles_of(std::int64_t user) const;
    /// Everybody whose role is below that of the user.
    std::set<std::int64_t> people_below(std::int64_t user) const;
    /// The people that a user, a role (perhaps with those below it), a team or a territory (whose records those in the
    /// territories above see, too) stands for.
    std::set<std::int64_t> people_of(std::int64_t group, bool with_below) const;
    /// The same with the queues of a team, which own records as people do.
    std::set<std::int64_t> owners_of(std::int64_t group, bool with_below) const;
    /// All that stands for any of the users: they themselves, their roles, teams, territories with those below them.
    std::set<std::int64_t> groups_of(const std::set<std::int64_t>& users) const;
    std::set<std::int64_t> teams_of(std::int64_t user) const;
    /// Nobody when it is no team.
    std::set<std::int64_t> members_of(std::int64_t team) const;
    std::set<std::int64_t> queues_of(std::int64_t team) const;

private:
    using Tree = std::map<std::int64_t, std::int64_t>;
    struct Member {
        std::int64_t team, user, role;
        bool with_roles_below;
        std::int64_t inner_team;
    };
    static bool is_below(const Tree& parents, std::int64_t one, std::int64_t above);
    std::set<std::int64_t> people_in_role(std::int64_t role, bool with_below) const;
    void resolve_teams(const std::multimap<std::int64_t, Member>& members);

    std::map<std::int64_t, std::int64_t> role_of_;  // by user
    std::multimap<std::int64_t, std::int64_t> people_of_role_;
    std::multimap<std::int64_t, std::int64_t> queues_of_team_;
    Tree parent_of_role_, parent_of_territory_;
    std::map<std::int64_t, std::set<std::int64_t>> people_of_team_;
    std::multimap<std::int64_t, std::int64_t> teams_of_user_;
    std::multimap<std::int64_t, std::int64_t> people_of_territory_;
    std::multimap<std::int64_t, std::int64_t> territories_of_user_;
};

}  // namespace rapport::security

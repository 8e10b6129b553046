#include "security/groups.h"

#include <functional>

namespace rapport::security {
namespace {

using Numbers = std::set<std::int64_t>;

std::int64_t reference(const storage::Cursor& row, int column) { return row.is_null(column) ? 0 : row.integer(column); }

void add_all(Numbers& out, const std::multimap<std::int64_t, std::int64_t>& from, std::int64_t key) {
    auto [first, last] = from.equal_range(key);
    for (auto place = first; place != last; ++place) out.insert(place->second);
}

}  // namespace

void Groups::add_person(std::int64_t user, std::int64_t role) {
    role_of_.emplace(user, role);
    if (role) people_of_role_.emplace(role, user);
}

void Groups::load(storage::Session& session) {
    auto each = [&](std::string_view sql, const auto& visit) {
        auto rows = session.query(sql);
        while (rows->next()) visit(*rows);
    };
    each(R"(SELECT id, parent_id FROM "role" WHERE deleted_at IS NULL)", [&](const storage::Cursor& row) { parent_of_role_.emplace(row.integer(0), reference(row, 1)); });
    each("SELECT id, parent_id FROM territory WHERE deleted_at IS NULL", [&](const storage::Cursor& row) { parent_of_territory_.emplace(row.integer(0), reference(row, 1)); });
    each("SELECT territory_id, user_id FROM territory_member WHERE deleted_at IS NULL", [&](const storage::Cursor& row) {
        people_of_territory_.emplace(reference(row, 0), reference(row, 1));
        territories_of_user_.emplace(reference(row, 1), reference(row, 0));
    });
    std::multimap<std::int64_t, Member> members;
    each("SELECT id FROM team WHERE deleted_at IS NULL", [&](const storage::Cursor& row) { people_of_team_[row.integer(0)]; });
    each("SELECT team_id, user_id, role_id, roles_below, member_team_id FROM team_member WHERE deleted_at IS NULL", [&](const storage::Cursor& row) {
        members.emplace(reference(row, 0), Member{reference(row, 0), reference(row, 1), reference(row, 2), reference(row, 3) != 0, reference(row, 4)});
    });
    resolve_teams(members);
}

void Groups::resolve_teams(const std::multimap<std::int64_t, Member>& members) {
    for (auto& [team, people] : people_of_team_) {
        Numbers seen;  // teams that contain each other end the walk
        std::function<void(std::int64_t)> add = [&, &everybody = people](std::int64_t inner) {
            if (!seen.insert(inner).second) return;
            auto [first, last] = members.equal_range(inner);
            for (auto place = first; place != last; ++place) {
                const Member& member = place->second;
                if (member.user) everybody.insert(member.user);
                if (member.role) everybody.merge(people_in_role(member.role, member.with_roles_below));
                if (member.inner_team) add(member.inner_team);
            }
        };
        add(team);
        for (std::int64_t user : people) teams_of_user_.emplace(user, team);
    }
}

bool Groups::is_below(const Tree& parents, std::int64_t one, std::int64_t above) {
    // A tree that was broken into a circle must not hang the server.
    for (std::size_t steps = 0; one && steps <= parents.size(); ++steps) {
        auto parent = parents.find(one);
        if (parent == parents.end()) return false;
        if (parent->second == above) return true;
        one = parent->second;
    }
    return false;
}

std::vector<std::int64_t> Groups::roles_of(std::int64_t user) const {
    std::vector<std::int64_t> out;
    auto found = role_of_.find(user);
    // A tree that was broken into a circle must not hang the server.
    for (std::int64_t role = found == role_of_.end() ? 0 : found->second; role && out.size() <= parent_of_role_.size();) {
        out.push_back(role);
        auto parent = parent_of_role_.find(role);
        role = parent == parent_of_role_.end() ? 0 : parent->second;
    }
    return out;
}

Numbers Groups::people_in_role(std::int64_t role, bool with_below) const {
    Numbers out;
    add_all(out, people_of_role_, role);
    if (!with_below) return out;
    for (const auto& [other, parent] : parent_of_role_)
        if (is_below(parent_of_role_, other, role)) add_all(out, people_of_role_, other);
    return out;
}

Numbers Groups::people_below(std::int64_t user) const {
    auto role = role_of_.find(user);
    Numbers out;
    if (role == role_of_.end() || !role->second) return out;
    for (const auto& [other, parent] : parent_of_role_)
        if (is_below(parent_of_role_, other, role->second)) add_all(out, people_of_role_, other);
    out.erase(user);
    return out;
}

Numbers Groups::people_of(std::int64_t group, bool with_below) const {
    if (role_of_.contains(group)) return {group};
    if (parent_of_role_.contains(group)) return people_in_role(group, with_below);
    if (auto team = people_of_team_.find(group); team != people_of_team_.end()) return team->second;
    Numbers out;
    for (const auto& [territory, parent] : parent_of_territory_)
        if (territory == group || is_below(parent_of_territory_, group, territory)) add_all(out, people_of_territory_, territory);
    return out;
}

Numbers Groups::owners_of(std::int64_t group, bool with_below) const {
    Numbers out = people_of(group, with_below);
    add_all(out, queues_of_team_, group);
    return out;
}

Numbers Groups::groups_of(const Numbers& users) const {
    Numbers out = users;
    Numbers territories;
    for (std::int64_t user : users) {
        add_all(out, teams_of_user_, user);
        if (auto role = role_of_.find(user); role != role_of_.end() && role->second) out.insert(role->second);
        add_all(territories, territories_of_user_, user);
    }
    for (const auto& [territory, parent] : parent_of_territory_) {
        // Upwards, until one of theirs is met; a tree that was broken into a circle must not hang the server.
        std::int64_t above = territory;
        for (std::size_t steps = 0; above && steps <= parent_of_territory_.size() && !territories.contains(above); ++steps) {
            auto next = parent_of_territory_.find(above);
            above = next == parent_of_territory_.end() ? 0 : next->second;
        }
        if (territories.contains(above)) out.insert(territory);
    }
    return out;
}

Numbers Groups::members_of(std::int64_t team) const {
    auto found = people_of_team_.find(team);
    return found == people_of_team_.end() ? Numbers() : found->second;
}

Numbers Groups::teams_of(std::int64_t user) const {
    Numbers out;
    add_all(out, teams_of_user_, user);
    return out;
}

Numbers Groups::queues_of(std::int64_t team) const {
    Numbers out;
    add_all(out, queues_of_team_, team);
    return out;
}

}  // namespace rapport::security

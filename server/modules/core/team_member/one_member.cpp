#include "modules/core/team_member/one_member.h"

#include <set>
#include <vector>

namespace rapport::core {
namespace {

/// Whether `wanted` belongs to `team`, perhaps through others.
bool contains(storage::Session& session, std::int64_t team, std::int64_t wanted) {
    std::set<std::int64_t> seen;
    std::vector<std::int64_t> next{team};
    while (!next.empty()) {
        std::int64_t one = next.back();
        next.pop_back();
        if (one == wanted) return true;
        if (!seen.insert(one).second) continue;
        auto rows = session.query("SELECT member_team_id FROM team_member WHERE team_id = ?1 AND member_team_id IS NOT NULL AND deleted_at IS NULL", {one});
        while (rows->next()) next.push_back(rows->integer(0));
    }
    return false;
}

}  // namespace

void OneMember::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind == Kind::Delete) return;
    const records::Record& member = change.after;
    int named = 0;
    for (auto field : {"user_id", "role_id", "member_team_id"}) named += !member[field].is_null();
    if (named != 1) change.refuse("user_id", "one_member", "A team member is a person, a role or another team: name one of them.");
    if (member["roles_below"] == Value(1) && member["role_id"].is_null()) change.refuse("roles_below", "no_role", "Name the role below which everybody belongs to the team.");
    bool circle = !member["member_team_id"].is_null() && !member["team_id"].is_null() && contains(change.session, member["member_team_id"].integer(), member["team_id"].integer());
    if (circle) change.refuse("member_team_id", "circular", "That team contains this one already: a team cannot contain itself.");
}

}  // namespace rapport::core

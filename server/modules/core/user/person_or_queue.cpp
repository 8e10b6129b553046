#include "modules/core/user/person_or_queue.h"

namespace rapport::core {

void PersonOrQueue::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind == Kind::Delete || change.kind == Kind::Restore) return;
    const records::Record& user = change.after;
    if (user["kind"].text_or("person") != "queue") {
        if (user["email"].is_null()) change.refuse("email", "required", "People log in with their e-mail address: it is required.");
        if (!user["team_id"].is_null()) change.refuse("team_id", "only_for_queues", "A queue is worked by a team; a person becomes a member of one: leave this empty, and add a team member.");
        return;
    }
    if (user["team_id"].is_null()) change.refuse("team_id", "required", "Name the team whose members work this queue.");
    if (!user["role_id"].is_null()) change.refuse("role_id", "only_for_people", "A queue stands nowhere in the hierarchy: its records are seen by the members of its team and those above them.");
    if (user["administrator"] == Value(1)) change.refuse("administrator", "only_for_people", "Nobody logs in as a queue, so it administers nothing.");
}

}  // namespace rapport::core

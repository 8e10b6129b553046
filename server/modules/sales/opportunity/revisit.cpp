#include "modules/sales/opportunity/revisit.h"

#include "base/calendar.h"
#include "modules/common/follow_up.h"

namespace rapport::sales {
namespace {

/// The task that was made for it, while nobody has done it.
RecordId open_task(records::Change& change, const std::string& subject) {
    auto found = change.session.value("SELECT id FROM task WHERE related_to_id = ?1 AND subject = ?2 AND is_closed = 0 AND deleted_at IS NULL ORDER BY id DESC LIMIT 1", {change.id().number(), subject});
    return found ? RecordId(found->integer()) : RecordId();
}

}  // namespace

void Revisit::after_save(records::Change& change, records::Service& service) const {
    using Kind = records::Operation::Kind;
    const Value& day = change.after["revisit_date"];
    bool lost = change.after["is_closed"] == Value(1) && change.after["is_won"] != Value(1);
    bool concerns = (change.kind == Kind::Create || change.kind == Kind::Update) && (change.changes("revisit_date") || change.changes("is_closed"));
    if (!lost || !concerns || day.is_null()) return;
    const std::string subject = "Revisit " + std::string(change.after["name"].text());
    const std::string due = Date(day.integer()).text();
    modules::FollowUp follow_up(change, service);
    if (RecordId task = open_task(change, subject)) return follow_up.update("task", task, Json::Members{{"due_date", due}});
    Json fields = Json::Members{{"subject", subject}, {"type", "follow_up"}, {"due_date", due}, {"related_to_id", change.id().text()}};
    if (!change.after["owner_id"].is_null()) fields.set("owner_id", RecordId(change.after["owner_id"].integer()).text());
    if (!change.after["contact_id"].is_null()) fields.set("contact_id", RecordId(change.after["contact_id"].integer()).text());
    follow_up.create("task", std::move(fields));
}

}  // namespace rapport::sales

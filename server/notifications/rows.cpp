#include "notifications/rows.h"

#include <algorithm>

namespace rapport::notifications {

Notification notification_of(const storage::Cursor& row) {
    Notification out;
    out.id = row.integer(0);
    out.type = type_of(row.text(1));
    out.group = row.text(2);
    out.object = row.text(3);
    out.records = read_records(row.text(4));
    out.count = row.integer(5);
    out.actor = RecordId(row.integer(6));
    out.details = Json::parse(row.text(7));
    out.is_read = row.integer(9) != 0;
    out.snoozed_until = DateTime(row.integer(10));
    // What comes back stands where it would stand if it had happened then.
    out.at = DateTime(std::max(row.integer(8), row.integer(10)));
    return out;
}

std::string records_text(const std::vector<RecordId>& records) {
    Json::Array out;
    for (RecordId record : records) out.emplace_back(record.number());
    return Json(std::move(out)).text();
}

std::vector<RecordId> read_records(std::string_view text) {
    std::vector<RecordId> out;
    const Json records = Json::parse(text);
    for (const Json& record : records.array()) out.emplace_back(record.integer());
    return out;
}

void note_change(storage::Session& session, const std::set<RecordId>& users) {
    for (RecordId user : users)
        session.execute("INSERT INTO notification_person (user_id, changes) VALUES (?1, 1) ON CONFLICT (user_id) DO UPDATE SET changes = notification_person.changes + 1", {user.number()});
}

}  // namespace rapport::notifications

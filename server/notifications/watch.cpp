#include "notifications/watch.h"

#include "base/json.h"

namespace rapport::notifications {

std::set<RecordId> Watch::look(storage::Database& database, const std::set<RecordId>& people) {
    Json::Array ids;
    for (RecordId person : people) ids.emplace_back(person.number());
    const std::string asked = Json(std::move(ids)).text();
    std::map<RecordId, std::int64_t> now = database.read([&](storage::Session& session) {
        std::map<RecordId, std::int64_t> out;
        for (RecordId person : people) out.emplace(person, 0);
        auto row = session.query("SELECT user_id, changes FROM notification_person WHERE " + session.dialect().in_integers("user_id", "?1"), {asked});
        while (row->next()) out[RecordId(row->integer(0))] = row->integer(1);
        return out;
    });
    std::set<RecordId> changed;
    for (const auto& [person, changes] : now) {
        auto before = seen_.find(person);
        if (before != seen_.end() && before->second != changes) changed.insert(person);
    }
    seen_ = std::move(now);
    return changed;
}

}  // namespace rapport::notifications

#include "records/merged.h"

#include <set>

#include "base/json_writer.h"

namespace rapport::records {

RecordId survivor_of(storage::Session& session, RecordId record) {
    RecordId found;
    std::set<std::int64_t> seen;
    for (RecordId next = record; seen.insert(next.number()).second;) {
        auto survivor = session.value("SELECT survivor_id FROM record_merge WHERE record_id = ?1", {next.number()});
        if (!survivor) break;
        found = next = RecordId(survivor->integer());
    }
    return found;
}

std::int64_t merge_of(storage::Session& session, RecordId record) {
    auto number = session.value("SELECT change_set FROM record_merge WHERE record_id = ?1", {record.number()});
    return number ? number->integer() : 0;
}

std::string merge_details(RecordId survivor, const std::vector<RecordId>& merged) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().member("survivor", survivor.text()).key("merged").begin_array();
    for (RecordId id : merged) out.string(id.text());
    out.end_array().end_object();
    return json;
}

void mark_merged(storage::Session& session, const StoredChangeSet& merge) {
    Json details = Json::parse(merge.details);
    RecordId survivor = value_or_throw(RecordId::parse(details["survivor"].string()));
    for (const Json& one : details["merged"].array()) {
        RecordId id = value_or_throw(RecordId::parse(one.string()));
        session.execute("DELETE FROM record_merge WHERE record_id = ?1", {id.number()});
        if (session.value("SELECT 1 FROM trash WHERE record_id = ?1", {id.number()}))
            session.execute("INSERT INTO record_merge (record_id, survivor_id, change_set) VALUES (?1, ?2, ?3)", {id.number(), survivor.number(), merge.id});
    }
}

}  // namespace rapport::records

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

std::string json_text(const MergeDetails& details) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().member("survivor", details.survivor.text()).key("merged").begin_array();
    for (RecordId id : details.merged) out.string(id.text());
    out.end_array().key("moved").begin_object();
    for (const auto& [object, count] : details.moved) out.member(object, count);
    out.end_object().end_object();
    return json;
}

MergeDetails merge_details(const StoredChangeSet& merge) {
    const Json json = Json::parse(merge.details);
    MergeDetails details{value_or_throw(RecordId::parse(json["survivor"].string())), {}, {}};
    for (const Json& one : json["merged"].array()) details.merged.push_back(value_or_throw(RecordId::parse(one.string())));
    // Merges of older programs have none.
    if (json["moved"].is_object())
        for (const auto& [object, count] : json["moved"].members()) details.moved[object] = count.integer();
    return details;
}

void mark_merged(storage::Session& session, const StoredChangeSet& merge) {
    const MergeDetails details = merge_details(merge);
    for (RecordId id : details.merged) {
        session.execute("DELETE FROM record_merge WHERE record_id = ?1", {id.number()});
        if (session.value("SELECT 1 FROM trash WHERE record_id = ?1", {id.number()}))
            session.execute("INSERT INTO record_merge (record_id, survivor_id, change_set) VALUES (?1, ?2, ?3)", {id.number(), details.survivor.number(), merge.id});
    }
}

}  // namespace rapport::records

#include "records/outbox.h"

#include "base/json.h"

namespace rapport::records {
namespace {

constexpr std::int64_t rows_at_once = 5000;

std::vector<std::string> field_names(std::string_view json) {
    std::vector<std::string> out;
    if (json == "[]") return out;
    const Json names = Json::parse(json);
    for (const Json& name : names.array()) out.push_back(name.string());
    return out;
}

}  // namespace

std::string place_text(const OutboxPlace& place) {
    return Json(Json::Members{{"committed", place.committed}, {"newest", place.newest}, {"newest_at", place.newest_at.microseconds()}}).text();
}

OutboxPlace read_place(std::string_view text) {
    const Json json = Json::parse(text);
    return {json["committed"].string(), json["newest"].integer(), DateTime(json["newest_at"].integer())};
}

void order_outbox(storage::Session& session) {
    if (auto script = session.dialect().keep_commit_order("outbox"); !script.empty()) session.execute_script(script);
}

void add_change_sets_to_outbox(storage::Session& session) { session.execute_script("ALTER TABLE outbox ADD COLUMN change_set BIGINT"); }

OutboxPlace end_of_outbox(storage::Session& session) {
    OutboxPlace place;
    place.committed = session.value("SELECT " + session.dialect().committed_until_now("outbox"))->text();
    auto newest = session.query("SELECT id, happened_at FROM outbox ORDER BY id DESC LIMIT 1");
    if (newest->next()) {
        place.newest = newest->integer(0);
        place.newest_at = DateTime(newest->integer(1));
    }
    return place;
}

bool outbox_reaches_back(storage::Session& session, const OutboxPlace& place) {
    return session.value("SELECT 1 FROM outbox WHERE id = ?1 AND happened_at = ?2", {place.newest, place.newest_at.microseconds()}).has_value();
}

std::vector<Event> read_outbox_page(storage::Session& session, const OutboxPlace& since, std::int64_t after, std::size_t most) {
    std::vector<Event> events;
    auto rows = session.query("SELECT id, record_id, object, operation, fields, happened_at, actor_id, change_set FROM outbox WHERE " + session.dialect().committed_after("?1") +
                                  " AND id > ?2 ORDER BY id LIMIT ?3",
                              {since.committed, after, static_cast<std::int64_t>(most)});
    while (rows->next())
        events.push_back({rows->integer(0), RecordId(rows->integer(1)), std::string(rows->text(2)), std::string(rows->text(3)), field_names(rows->text(4)),
                          DateTime(rows->integer(5)), RecordId(rows->integer(6)), rows->is_null(7) ? 0 : rows->integer(7)});
    return events;
}

std::optional<std::vector<Event>> read_outbox(storage::Session& session, const OutboxPlace& since, std::size_t most) {
    auto events = read_outbox_page(session, since, 0, most + 1);
    if (events.size() > most) return std::nullopt;
    return events;
}

std::vector<RecordId> changed_since(storage::Session& session, const OutboxPlace& since, std::int64_t first, std::int64_t last, std::int64_t most) {
    std::vector<RecordId> out;
    auto rows = session.query("SELECT DISTINCT record_id FROM outbox WHERE " + session.dialect().committed_after("?1") + " AND record_id BETWEEN ?2 AND ?3 ORDER BY record_id LIMIT ?4",
                              {since.committed, first, last, most});
    while (rows->next()) out.emplace_back(rows->integer(0));
    return out;
}

std::int64_t trim_outbox(storage::Database& database, DateTime before) {
    auto trim_block = [&](storage::Session& session) {
        return session.execute("DELETE FROM outbox WHERE happened_at < ?1 AND id IN (SELECT id FROM outbox WHERE id < (SELECT max(id) FROM outbox) ORDER BY id LIMIT ?2)",
                               {before.microseconds(), rows_at_once});
    };
    std::int64_t count = 0;
    for (std::int64_t trimmed = 1; trimmed > 0; count += trimmed) trimmed = database.write(trim_block);
    return count;
}

}  // namespace rapport::records

#include "records/change_sets.h"

#include <limits>

#include "security/rights.h"

namespace rapport::records {
namespace {

constexpr std::string_view columns =
    "id, kind, source, changed_at, changed_by_id, actor, object, record_id, records, lines, undoes, details, state, undone, undone_by";

StoredChangeSet read_row(const storage::Cursor& row) {
    StoredChangeSet out;
    out.id = row.integer(0);
    out.kind = row.text(1);
    out.source = row.text(2);
    out.changed_at = DateTime(row.integer(3));
    out.changed_by = RecordId(row.value(4).integer_or(0));
    out.actor = row.text(5);
    out.object = row.text(6);
    out.record = RecordId(row.value(7).integer_or(0));
    out.records = row.integer(8);
    out.lines = row.integer(9);
    out.undoes = row.value(10).integer_or(0);
    out.details = row.text(11);
    out.state = row.text(12);
    out.undone = row.text(13);
    out.undone_by = row.value(14).integer_or(0);
    return out;
}

}  // namespace

std::optional<StoredChangeSet> find_change_set(storage::Session& session, std::int64_t id) {
    auto row = session.query("SELECT " + std::string(columns) + " FROM change_set WHERE id = ?1", {id});
    if (!row->next()) return std::nullopt;
    return read_row(*row);
}

StoredChangeSet change_set_for(storage::Session& session, const security::Actor& actor, std::int64_t id) {
    auto found = find_change_set(session, id);
    bool visible = found && (actor.rights().is_administrator() || (actor.user() && found->changed_by == actor.user()));
    if (!visible) throw Failure(FailureKind::NotFound, "unknown_change_set", "There is no change set " + std::to_string(id) + ", or it is somebody else's. Its maker and administrators see it.");
    return *std::move(found);
}

void begin_running(storage::Session& session, std::int64_t id) { session.execute("UPDATE change_set SET state = 'running' WHERE id = ?1", {id}); }

bool end_running(storage::Session& session, std::int64_t id, std::string_view state) {
    return session.execute("UPDATE change_set SET state = ?2 WHERE id = ?1 AND state = 'running'", {id, state}) > 0;
}

std::vector<StoredChangeSet> list_change_sets(storage::Session& session, const ChangeSetFilter& filter) {
    std::vector<Value> parameters{filter.before > 0 ? filter.before : std::numeric_limits<std::int64_t>::max(), filter.limit};
    auto parameter = [&](Value value) {
        parameters.push_back(std::move(value));
        return "?" + std::to_string(parameters.size());
    };
    std::string where = "id < ?1";
    if (filter.user) where += " AND changed_by_id = " + parameter(filter.user->number());
    if (!filter.kind.empty()) where += " AND kind = " + parameter(filter.kind);
    if (filter.object) {
        const std::string in_lines = "SELECT 1 FROM record_history h WHERE h.change_set = change_set.id AND h.record_id BETWEEN " + parameter(RecordId::of(filter.object->number, 0).number()) + " AND " +
                                     parameter(RecordId::of(filter.object->number, RecordId::last_sequence).number());
        where += " AND (object = " + parameter(filter.object->name) + " OR (object = '' AND EXISTS (" + in_lines + ")))";
    }
    if (filter.from) where += " AND changed_at >= " + parameter(filter.from->microseconds());
    if (filter.until) where += " AND changed_at < " + parameter(filter.until->microseconds());
    if (filter.record) where += " AND id IN (SELECT change_set FROM record_history WHERE record_id = " + parameter(filter.record->number()) + ")";
    std::vector<StoredChangeSet> out;
    auto rows = session.query("SELECT " + std::string(columns) + " FROM change_set WHERE " + where + " ORDER BY id DESC LIMIT ?2", parameters);
    while (rows->next()) out.push_back(read_row(*rows));
    return out;
}

}  // namespace rapport::records

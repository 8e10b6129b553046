#include "records/history.h"

#include <limits>

#include "base/secret_box.h"

namespace rapport::records {
namespace {

constexpr std::string_view sealed = "sealed";

std::vector<HistoryLine> read_lines(storage::Session& session, const std::string& where, std::initializer_list<Value> parameters) {
    std::vector<HistoryLine> lines;
    auto rows = session.query("SELECT h.id, h.record_id, h.changed_at, h.changed_by_id, h.actor, h.source, h.operation, h.changes, h.change_set, c.kind, c.undone "
                              "FROM record_history h LEFT JOIN change_set c ON c.id = h.change_set WHERE " + where,
                              parameters);
    while (rows->next()) {
        HistoryLine& line = lines.emplace_back();
        line.id = rows->integer(0);
        line.record = RecordId(rows->integer(1));
        line.changed_at = DateTime(rows->integer(2));
        if (!rows->is_null(3)) line.changed_by = RecordId(rows->integer(3));
        line.actor = rows->text(4);
        line.source = rows->text(5);
        line.operation = rows->text(6);
        line.changes = Json::parse(rows->text(7));
        if (!rows->is_null(8)) line.change_set = rows->integer(8);
        if (!rows->is_null(9)) line.kind = rows->text(9);
        if (!rows->is_null(10)) line.undone = rows->text(10);
    }
    return lines;
}

/// The number of the line that none comes after.
std::int64_t end_of(std::int64_t before) { return before > 0 ? before : std::numeric_limits<std::int64_t>::max(); }

}  // namespace

std::vector<HistoryLine> history_of(storage::Session& session, RecordId record, std::int64_t before, std::int64_t limit) {
    return read_lines(session, "h.record_id = ?1 AND h.id < ?2 ORDER BY h.id DESC LIMIT ?3", {record.number(), end_of(before), limit});
}

std::vector<HistoryLine> history_in(storage::Session& session, std::int64_t change_set, Lines lines, std::int64_t before, std::int64_t limit) {
    std::string which = lines == Lines::Asked ? " AND h.changed_by_id IS NOT NULL" : lines == Lines::Followed ? " AND h.changed_by_id IS NULL" : "";
    return read_lines(session, "h.change_set = ?1 AND h.id < ?2" + which + " ORDER BY h.id DESC LIMIT ?3", {change_set, end_of(before), limit});
}

std::vector<HistoryLine> history_since(storage::Session& session, DateTime moment, std::int64_t before, std::int64_t limit) {
    return read_lines(session, "h.changed_at > ?1 AND h.id < ?2 ORDER BY h.id DESC LIMIT ?3", {moment.microseconds(), end_of(before), limit});
}

Json shown_changes(const HistoryLine& line, const metadata::Object& object, const query::FieldVisible& visible) {
    Json::Members out;
    for (const auto& [name, sides] : line.changes.members()) {
        const metadata::Field* field = object.find_field(name);
        if (field && visible(object, *field)) out.emplace_back(name, Json::Array{shown_value(sides.array().at(0)), shown_value(sides.array().at(1))});
    }
    return out;
}

void write_history_value(JsonWriter& out, const metadata::Field& field, const Value& value) {
    bool secret = field.type->name() == "encrypted_text" && value.is_text();
    if (secret) out.begin_object().member(sealed, value.text()).end_object();
    else field.type->write(out, value, field);
}

Json history_value(const metadata::Field& field, const Value& value) {
    std::string json;
    JsonWriter out(json);
    write_history_value(out, field, value);
    return Json::parse("[" + json + "]").array().front();
}

Json opened_value(const Json& kept) { return kept.has(sealed) ? Json(SecretBox::current().open(kept[sealed].string())) : kept; }

Json shown_value(const Json& kept) { return kept.has(sealed) ? Json("•••") : kept; }

}  // namespace rapport::records

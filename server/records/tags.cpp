#include "records/tags.h"

#include <algorithm>

#include "base/text.h"
#include "metadata/field_types/set_members.h"
#include "metadata/schema.h"
#include "records/pipeline.h"

namespace rapport::records {
namespace {

std::vector<std::string_view> without(const std::vector<std::string_view>& tags, const std::vector<std::string_view>& others) {
    std::vector<std::string_view> out;
    for (std::string_view tag : tags)
        if (std::find(others.begin(), others.end(), tag) == others.end()) out.push_back(tag);
    return out;
}

std::string ids_of(const metadata::Object& object) {
    return "record_id BETWEEN " + std::to_string(RecordId::of(object.number, 0).number()) + " AND " + std::to_string(RecordId::of(object.number, RecordId::last_sequence).number());
}

}  // namespace

const metadata::Field* tags_field(const metadata::Object& object) {
    auto found = std::find_if(object.fields.begin(), object.fields.end(), [](const metadata::Field& field) { return field.type->name() == "tags"; });
    return found == object.fields.end() ? nullptr : &*found;
}

std::string tag_key(std::string_view tag) { return text::lower(tag); }

std::vector<std::string_view> tags_in(const Value& stored) {
    return stored.is_null() ? std::vector<std::string_view>() : metadata::types::set_members(stored.text());
}

std::optional<std::string> known_spelling(storage::Session& session, std::string_view tag) {
    auto name = session.value("SELECT name FROM tag WHERE name = ?1 AND deleted_at IS NULL", {tag});
    return name ? std::optional(std::string(name->text())) : std::nullopt;
}

void note_tags(storage::Session& session, RecordId record, const Value& before, const Value& after) {
    for (std::string_view tag : without(tags_in(before), tags_in(after))) session.execute("DELETE FROM record_tag WHERE tag = ?1 AND record_id = ?2", {tag_key(tag), record.number()});
    for (std::string_view tag : without(tags_in(after), tags_in(before))) session.execute("INSERT INTO record_tag (tag, record_id) VALUES (?1, ?2)", {tag_key(tag), record.number()});
}

/// People write a tag as they like; it is one and the same.
void Pipeline::spell_tags(Change& change) {
    const metadata::Field* field = tags_field(change.object);
    if (!field || change.after[*field].is_null() || !change.changes(field->name)) return;
    const auto known = change.before ? tags_in((*change.before)[*field]) : std::vector<std::string_view>();
    Json::Array spelled;
    for (std::string_view tag : tags_in(change.after[*field])) {
        bool is_known = std::find(known.begin(), known.end(), tag) != known.end();
        spelled.emplace_back(is_known ? std::string(tag) : known_spelling(session_, tag).value_or(std::string(tag)));
    }
    change.after[*field] = value_or_throw(field->type->read(Json(std::move(spelled)), *field));
}

/// A tag that nobody used before becomes one for all. It stays when the change is undone: others may have taken it up by then.
void Pipeline::write_tags(const Change& change) {
    const metadata::Field* field = tags_field(change.object);
    if (!field || !change.changes(field->name)) return;
    const Value before = change.before ? (*change.before)[*field] : Value();
    const Value& after = change.after[*field];
    for (std::string_view tag : without(tags_in(after), tags_in(before))) {
        if (known_spelling(session_, tag)) continue;
        const auto system = security::Actor::system("tags");
        service_.apply({system, Source::System}, {Operation{.object = "tag", .fields = Json::Members{{"name", std::string(tag)}}}}, session_, changed_objects_);
    }
    note_tags(session_, change.id(), before, after);
}

std::map<std::string, std::int64_t> count_tags(storage::Session& session, const metadata::Object& object) {
    std::map<std::string, std::int64_t> out;
    auto rows = session.query("SELECT tag, COUNT(*) FROM record_tag WHERE " + ids_of(object) + " GROUP BY tag");
    while (rows->next()) out.emplace(rows->text(0), rows->integer(1));
    return out;
}

std::map<std::string, std::int64_t> count_tags_of_records(storage::Session& session, const metadata::Object& object) {
    std::map<std::string, std::int64_t> out;
    auto rows = session.query("SELECT tags FROM " + metadata::quoted(object.name) + " WHERE tags IS NOT NULL");
    while (rows->next())
        for (std::string_view tag : metadata::types::set_members(rows->text(0))) ++out[tag_key(tag)];
    return out;
}

void create_tag_table(storage::Session& session) {
    session.execute_script("CREATE TABLE record_tag (tag " + session.dialect().column_type(storage::ColumnType::Text) +
                           " NOT NULL, record_id BIGINT NOT NULL); CREATE UNIQUE INDEX record_tag_of ON record_tag (tag, record_id)");
}

void take_over_tag_assignments(storage::Database& database, const metadata::Catalogue& catalogue) {
    const std::string table = "tag_assignment";
    auto is_there = [&](storage::Session& session) { return !catalogue.find(table) && !metadata::columns_of(session, table).empty(); };
    if (!database.read([&](storage::Session& session) { return is_there(session); })) return;
    database.write([&](storage::Session& session) {
        if (!is_there(session)) return;
        std::map<std::int64_t, Json::Array> tags;
        auto rows = session.query("SELECT a.record_id, t.name FROM tag_assignment a JOIN tag t ON t.id = a.tag_id WHERE a.deleted_at IS NULL AND t.deleted_at IS NULL");
        while (rows->next()) tags[rows->integer(0)].emplace_back(std::string(rows->text(1)));
        rows.reset();
        for (auto& [id, names] : tags) {
            const metadata::Object* object = catalogue.find(RecordId(id));
            const metadata::Field* field = object ? tags_field(*object) : nullptr;
            auto stored = field ? field->type->read(Json(std::move(names)), *field) : Result<Value>(Value());
            if (!stored || stored->is_null()) continue;
            if (session.execute("UPDATE " + metadata::quoted(object->name) + " SET tags = ?1 WHERE id = ?2 AND tags IS NULL", {*stored, id}) != 1) continue;
            for (std::string_view tag : tags_in(*stored)) session.execute("INSERT INTO record_tag (tag, record_id) VALUES (?1, ?2)", {tag_key(tag), id});
        }
        session.execute_script("ALTER TABLE tag_assignment RENAME TO deleted_tag_assignment");
    });
}

}  // namespace rapport::records

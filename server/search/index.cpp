#include "search/index.h"

#include <algorithm>

#include "base/log.h"
#include "metadata/schema.h"
#include "search/corrections.h"
#include "search/terms.h"

namespace rapport::search {
namespace {

constexpr int block = 2000;  // records
constexpr std::int64_t before_all = -1;

std::vector<const metadata::Field*> indexed_fields(const metadata::Object& object) {
    std::vector<const metadata::Field*> out;
    for (const metadata::Field& field : object.fields)
        if (is_searched(object, field) || (object.owned && field.name == "owner_id")) out.push_back(&field);
    return out;
}

/// Indexes at most `block` records of the object after that id; answers the last one's id, or the object's last possible one.
std::int64_t fill_block(storage::Session& session, const metadata::Object& object, std::int64_t after, int& room) {
    auto fields = indexed_fields(object);
    std::string columns = "id";
    for (const metadata::Field* field : fields) columns += ", " + metadata::quoted(field->name);
    std::vector<std::vector<Value>> records;
    auto rows = session.query("SELECT " + columns + " FROM " + metadata::quoted(object.name) + " WHERE deleted_at IS NULL AND id > ?1 ORDER BY id LIMIT ?2", {after, room});
    while (rows->next()) {
        auto& record = records.emplace_back();
        for (int i = 0; i <= static_cast<int>(fields.size()); ++i) record.push_back(rows->value(i));
    }
    rows.reset();
    for (const auto& record : records) {
        put(session, object, RecordId(record[0].integer()), [&](const metadata::Field& field) {
            auto place = std::find(fields.begin(), fields.end(), &field);
            return record[static_cast<std::size_t>(place - fields.begin()) + 1];
        });
    }
    const bool all = static_cast<int>(records.size()) < room;
    room -= static_cast<int>(records.size());
    return all ? RecordId::of(object.number, RecordId::last_sequence).number() : records.back()[0].integer();
}

/// Answers false when there was nothing left to do.
bool fill_block(storage::Session& session, const metadata::Catalogue& catalogue) {
    session.execute_script(session.dialect().lock_schema());
    auto done = session.value("SELECT last_id FROM search_filling");
    if (!done) return false;
    std::vector<const metadata::Object*> objects;
    for (const metadata::Object& object : catalogue.objects()) objects.push_back(&object);
    std::sort(objects.begin(), objects.end(), [](const auto* a, const auto* b) { return a->number < b->number; });
    int room = block;
    std::int64_t last = done->integer();
    for (const metadata::Object* object : objects)
        if (room > 0 && last < RecordId::of(object->number, RecordId::last_sequence).number()) last = fill_block(session, *object, last, room);
    if (room > 0) session.execute("DELETE FROM search_filling");
    else session.execute("UPDATE search_filling SET last_id = ?1", {last});
    return room <= 0;
}

}  // namespace

void create_tables(storage::Session& session) { session.execute_script(session.dialect().create_search_tables()); }

void replace_tables(storage::Session& session) {
    session.execute_script("DROP TABLE IF EXISTS search_text; DROP TABLE IF EXISTS search_name");
    create_tables(session);
    session.execute_script("DROP TABLE IF EXISTS search_filling; CREATE TABLE search_filling (last_id BIGINT NOT NULL)");
    session.execute("INSERT INTO search_filling (last_id) VALUES (?1)", {before_all});
}

void fill(storage::Database& database, const metadata::Registry& registry) {
    bool wanted = database.read([](storage::Session& session) {
        return session.value(session.dialect().table_exists("?1"), {"search_filling"}) && session.value("SELECT last_id FROM search_filling");
    });
    if (!wanted) return;
    auto catalogue = registry.current();
    for (std::int64_t blocks = 1; database.write([&](storage::Session& session) { return fill_block(session, *catalogue); }); ++blocks)
        if (blocks % 25 == 0) log::information("search: {} records are indexed", blocks * block);
}

bool is_searched(const metadata::Object& object, const metadata::Field& field) { return field.has_column() && (field.searchable || field.name == object.name_field); }

void put(storage::Session& session, const metadata::Object& object, RecordId id, const std::function<Value(const metadata::Field&)>& value_of) {
    Terms terms;
    for (const metadata::Field& field : object.fields) {
        if (object.owned && field.name == "owner_id") {
            if (Value owner = value_of(field); owner.is_integer()) terms.add_owner(RecordId(owner.integer()));
        } else if (is_searched(object, field)) {
            if (Value value = value_of(field); !value.is_null()) terms.add(field.name == object.name_field ? Place::Name : Place::Elsewhere, field.type->search_text(value, field));
        }
    }
    session.execute(session.dialect().put_search_terms(), {id.number(), terms.text()});
    keep_names(session, terms.names());
}

void remove(storage::Session& session, RecordId id) { session.execute(session.dialect().remove_search_terms(), {id.number()}); }

}  // namespace rapport::search

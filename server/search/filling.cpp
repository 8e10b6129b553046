#include "search/filling.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/log.h"
#include "base/text.h"
#include "metadata/schema.h"
#include "search/index.h"

namespace rapport::search {
namespace {

constexpr int block = 1000;  // records; others wait to write for so long
constexpr std::int64_t before_all = -1;

std::int64_t last_id(const metadata::Object& object) { return RecordId::of(object.number, RecordId::last_sequence).number(); }

/// By which records of the object are found.
std::vector<const metadata::Field*> indexed_fields(const metadata::Object& object) {
    std::vector<const metadata::Field*> out;
    for (const metadata::Field& field : object.fields)
        if (is_indexed(object, field)) out.push_back(&field);
    return out;
}

std::string names_of(const metadata::Object& object) {
    std::string out = object.name_field;
    for (const metadata::Field* field : indexed_fields(object)) out += " " + field->name;
    for (const metadata::Comparison& comparison : object.duplicate_rules.compare) {
        out += " " + std::string(metadata::name_of(comparison.as)) + ":";
        for (const std::string& field : comparison.fields) out += field + ",";
    }
    return out;
}

struct Records {
    std::vector<const metadata::Field*> fields;
    std::vector<std::vector<Value>> rows;  // the id and the values of those

    RecordId id(std::size_t i) const { return RecordId(rows[i][0].integer()); }
    auto values(std::size_t i) const {
        return [this, i](const metadata::Field& field) {
            auto place = std::find(fields.begin(), fields.end(), &field);
            return rows[i][static_cast<std::size_t>(place - fields.begin()) + 1];
        };
    }
};

Records next_records(storage::Session& session, const metadata::Object& object, std::int64_t after, int limit) {
    Records records{indexed_fields(object), {}};
    std::string columns = "id";
    for (const metadata::Field* field : records.fields) columns += ", " + metadata::quoted(field->name);
    auto rows = session.query("SELECT " + columns + " FROM " + metadata::quoted(object.name) + " WHERE deleted_at IS NULL AND id > ?1 ORDER BY id LIMIT ?2", {after, limit});
    while (rows->next()) {
        auto& record = records.rows.emplace_back();
        for (int i = 0; i <= static_cast<int>(records.fields.size()); ++i) record.push_back(rows->value(i));
    }
    return records;
}

/// What is done, by the number of the object.
struct Done {
    std::string fields;
    std::int64_t last_id = before_all;
};
std::map<std::int64_t, Done> read_done(storage::Session& session) {
    std::map<std::int64_t, Done> out;
    auto rows = session.query("SELECT object, fields, last_id FROM search_filling", {});
    while (rows->next()) out[rows->integer(0)] = {std::string(rows->text(1)), rows->integer(2)};
    return out;
}

/// After which record indexing goes on; nothing when all are indexed.
std::optional<std::int64_t> place(const std::map<std::int64_t, Done>& done, const metadata::Object& object) {
    auto found = done.find(object.number);
    if (found == done.end() || found->second.fields != names_of(object)) return before_all;
    if (found->second.last_id == last_id(object)) return std::nullopt;
    return found->second.last_id;
}

bool is_complete(const std::map<std::int64_t, Done>& done, const metadata::Catalogue& catalogue) {
    return std::all_of(catalogue.objects().begin(), catalogue.objects().end(), [&](const metadata::Object& object) { return !place(done, object); });
}

/// Of an object that has no rules about duplicates any more.
void forget_duplicate_keys(storage::Session& session, const metadata::Object& object) {
    std::vector<RecordId> ids;
    {
        auto rows = session.query(session.dialect().read_terms(duplicate_keys), {RecordId::of(object.number, 0).number(), last_id(object)});
        while (rows->next()) ids.emplace_back(rows->integer(0));
    }
    for (RecordId id : ids) session.execute(session.dialect().remove_terms(duplicate_keys), {id.number()});
}

/// Indexes the next records; answers how many, or nothing when all are indexed.
std::optional<std::int64_t> fill_block(storage::Session& session, const metadata::Catalogue& catalogue) {
    session.execute_script(session.dialect().lock_schema());
    metadata::require_current_types(session, catalogue);
    auto done = read_done(session);
    int room = block;
    for (const metadata::Object& object : catalogue.objects()) {
        auto after = place(done, object);
        if (!after) continue;
        if (room == 0) return block;
        if (*after == before_all && object.duplicate_rules.empty()) forget_duplicate_keys(session, object);
        Records records = next_records(session, object, *after, room);
        Changes changes;
        for (std::size_t i = 0; i < records.rows.size(); ++i) changes.put(object, records.id(i), records.values(i));
        changes.write(session);
        const bool all = static_cast<int>(records.rows.size()) < room;
        room -= static_cast<int>(records.rows.size());
        session.execute("INSERT INTO search_filling (object, fields, last_id) VALUES (?1, ?2, ?3) ON CONFLICT (object) DO UPDATE SET fields = excluded.fields, last_id = excluded.last_id",
                        {object.number, names_of(object), all ? last_id(object) : records.rows.back()[0].integer()});
    }
    return room == 0 ? std::optional<std::int64_t>(block) : std::nullopt;
}

std::vector<std::string> sorted_words(std::string_view text) {
    std::vector<std::string> out;
    for (std::string_view word : text::split(text, ' '))
        if (!word.empty()) out.emplace_back(word);
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

void create_tables(storage::Session& session) {
    session.execute_script(session.dialect().create_search_tables());
    session.execute_script("CREATE TABLE search_filling (object BIGINT PRIMARY KEY, fields TEXT NOT NULL, last_id BIGINT NOT NULL)");
}

void replace_tables(storage::Session& session) {
    session.execute_script("DROP TABLE IF EXISTS search_text; DROP TABLE IF EXISTS search_name; DROP TABLE IF EXISTS search_filling");
    create_tables(session);
}

void create_duplicate_keys(storage::Session& session) {
    session.execute_script("DROP TABLE IF EXISTS " + std::string(duplicate_keys));
    session.execute_script(session.dialect().create_terms_table(duplicate_keys));
}

void replace_postgres_tables(storage::Session& session) {
    if (session.dialect().name() != "postgres") return;
    replace_tables(session);
    create_duplicate_keys(session);
}

void fill(storage::Database& database, const metadata::Registry& registry, const std::stop_token& stop) {
    auto catalogue = registry.current();
    if (database.read([&](storage::Session& session) { return is_complete(read_done(session), *catalogue); })) return;
    constexpr std::int64_t said_every = 50'000;
    std::int64_t count = 0;
    while (!stop.stop_requested()) {
        catalogue = registry.current();
        auto more = database.write([&](storage::Session& session) { return fill_block(session, *catalogue); });
        if (!more) return;
        count += *more;
        if (count % said_every == 0) log::information("search: {} records are indexed", count);
    }
}

void rebuild(storage::Database& database, const metadata::Registry& registry) {
    database.write([](storage::Session& session) {
        replace_tables(session);
        create_duplicate_keys(session);
    });
    fill(database, registry);
}

void forget_filling(storage::Session& session, const metadata::Object& object) { session.execute("DELETE FROM search_filling WHERE object = ?1", {object.number}); }

bool is_filled(storage::Session& session, const metadata::Object& object) { return !place(read_done(session), object); }

std::int64_t count_stale(storage::Session& session, const metadata::Object& object) {
    std::int64_t stale = 0;
    std::int64_t after = RecordId::of(object.number, 0).number() - 1;
    for (bool more = true; more;) {
        Records records = next_records(session, object, after, block);
        more = static_cast<int>(records.rows.size()) == block;
        const std::int64_t last = more ? records.rows.back()[0].integer() : last_id(object);
        auto read = [&](const char* table) {
            std::map<std::int64_t, std::vector<std::string>> indexed;
            auto rows = session.query(session.dialect().read_terms(table), {after + 1, last});
            while (rows->next()) indexed[rows->integer(0)] = sorted_words(rows->text(1));
            return indexed;
        };
        auto texts = read("search_text"), keys = read(duplicate_keys);
        for (std::size_t i = 0; i < records.rows.size(); ++i) {
            auto found = texts.extract(records.id(i).number());
            auto keyed = keys.extract(records.id(i).number());
            bool knows_text = !found.empty() && found.mapped() == sorted_words(terms_of(object, records.values(i)).text());
            bool knows_keys = sorted_words(duplicate_keys_of(object, records.values(i)).value_or("")) == (keyed.empty() ? std::vector<std::string>() : keyed.mapped());
            if (!knows_text || !knows_keys) ++stale;
        }
        for (const auto& [id, words] : keys)
            if (!texts.contains(id)) ++stale;
        stale += static_cast<std::int64_t>(texts.size());
        after = last;
    }
    return stale;
}

}  // namespace rapport::search

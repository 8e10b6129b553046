#include "metadata/schema.h"

#include <algorithm>
#include <set>

#include "metadata/running_totals.h"
#include "metadata/view_indexes.h"

namespace rapport::metadata {
namespace {

/// PostgreSQL cuts longer names off without a word.
constexpr std::size_t longest_identifier = 63;

bool is_sqlite(const storage::Dialect& dialect) { return dialect.name() == "sqlite"; }

std::set<std::string> names(storage::Session& session, std::string_view sql, std::initializer_list<Value> parameters) {
    std::set<std::string> out;
    auto rows = session.query(sql, parameters);
    while (rows->next()) out.emplace(rows->text(0));
    return out;
}

std::set<std::string> existing_tables(storage::Session& session) {
    if (is_sqlite(session.dialect())) return names(session, "SELECT name FROM sqlite_master WHERE type = 'table'", {});
    return names(session, "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()", {});
}

std::set<std::string> existing_indexes(storage::Session& session) {
    if (is_sqlite(session.dialect())) return names(session, "SELECT name FROM sqlite_master WHERE type = 'index'", {});
    return names(session, "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()", {});
}

std::string column_definition(const Field& field, const std::string& name, const storage::Dialect& dialect) {
    // A checkbox is never null: records that were there before it are not checked.
    bool is_checkbox = field.value_type().shape() == Shape::Boolean;
    return quoted(name) + " " + dialect.column_type(field.value_type().column()) + (is_checkbox ? " DEFAULT 0" : "");
}

/// `id` is made by the dialect; every other field with a column is one definition.
std::string column_definitions(const Object& object, const storage::Dialect& dialect) {
    std::string out;
    for (const Field& field : object.fields) {
        if (!field.has_column() || field.name == "id") continue;
        if (!out.empty()) out += ", ";
        out += column_definition(field, field.name, dialect);
        if (field.name == "version") out += " NOT NULL DEFAULT 1";
    }
    return out;
}

/// Sort order as the query layer asks for it: nothing comes before something.
std::string index_column(std::string_view name, bool descending, const storage::Dialect& dialect) {
    std::string out = quoted(name) + (descending ? " DESC" : "");
    if (!is_sqlite(dialect)) out += descending ? " NULLS LAST" : " NULLS FIRST";
    return out;
}

std::string short_name(std::string name) {
    if (name.size() <= longest_identifier) return name;
    std::string hash = std::to_string(std::hash<std::string>{}(name) % 1'000'000'007);
    return name.substr(0, longest_identifier - hash.size() - 1) + "_" + hash;
}

/// Who may see a tenth of the records walks past nine for each one that is shown: whose they are has to stand in the index, or
/// each of them is read. (PostgreSQL would read them all the same.)
bool is_walked_by_owner(const Object& object, const std::vector<std::string>& fields) {
    bool has_owner = std::find(fields.begin(), fields.end(), "owner_id") != fields.end();
    const Field* last = object.find_field(fields.back().starts_with('-') ? fields.back().substr(1) : fields.back());
    return object.owned && object.sharing == Sharing::Private && !has_owner && last && !last->is_reference();
}

WantedIndex index_on(const Object& object, const std::vector<std::string>& fields, bool unique, std::string_view condition,
                     const storage::Dialect& dialect) {
    std::string name = unique ? "unique_" : "index_";
    name += object.name;
    std::string columns;
    // An index is walked both ways, but the id at its end counts up: so the field before it does too, and all others
    // are turned round with it. Lists sort by the id in the direction of what they sort by before it.
    bool turned = !fields.empty() && fields.back().starts_with('-');
    for (std::string_view field : fields) {
        bool descending = field.starts_with('-');
        if (descending) field.remove_prefix(1);
        name += "_" + std::string(field) + (descending ? "_down" : "");
        columns += (columns.empty() ? "" : ", ") + index_column(field, descending != turned, dialect);
    }
    // SQLite ends every index with the record's id by itself; cursors need it on both engines.
    bool with_owner = !unique && is_sqlite(dialect) && is_walked_by_owner(object, fields);
    if (!unique && (!is_sqlite(dialect) || with_owner)) columns += ", id";
    if (with_owner) {
        columns += ", owner_id";
        name += "_with_owner";
    }
    name = short_name(std::move(name));
    std::string sql = std::string("CREATE ") + (unique ? "UNIQUE " : "") + "INDEX " + quoted(name) + " ON " + quoted(object.name) + " (" + columns + ") WHERE " +
                      std::string(condition);
    return {std::move(name), std::move(sql), fields, unique};
}

void create_table(storage::Session& session, const Object& object) {
    session.execute_script(session.dialect().create_table(object.name, column_definitions(object, session.dialect()), RecordId::of(object.number, 1).number()));
    for (const auto& index : wanted_indexes(object, session.dialect())) session.execute_script(index.sql);
}

void add_columns(storage::Session& session, const Object& object) {
    std::set<std::string> columns = columns_of(session, object.name);
    for (const Field& field : object.fields) {
        if (!field.has_column() || columns.contains(field.name)) continue;
        add_column(session, object, field, field.name);
    }
}

}  // namespace

std::set<std::string> columns_of(storage::Session& session, const std::string& table) {
    if (is_sqlite(session.dialect())) return names(session, "SELECT name FROM pragma_table_info(?1)", {table});
    return names(session, "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?1", {table});
}

std::string quoted(std::string_view identifier) { return "\"" + std::string(identifier) + "\""; }

void bring_tables_up(storage::Session& session, const Catalogue& catalogue) {
    std::set<std::string> tables = existing_tables(session);
    for (const Object& object : catalogue.objects()) {
        if (!tables.contains(object.name)) create_table(session, object);
        else add_columns(session, object);
        totals::bring_up(session, object);
    }
}

void require_free_table(storage::Session& session, const Object& object) {
    if (!existing_tables(session).contains(object.name)) return;
    throw Failure(FailureKind::Conflict, "reserved_name", "\"" + object.name + "\" is the name of something inside the system: choose another one.",
                  {{"name", "reserved_name", "Choose another name."}});
}

void set_table_aside(storage::Session& session, const Object& object, std::int64_t version) {
    for (const auto& index : wanted_indexes(object, session.dialect())) session.execute_script("DROP INDEX IF EXISTS " + quoted(index.name));
    session.execute_script("ALTER TABLE " + quoted(object.name) + " RENAME TO " + quoted(short_name("deleted_" + std::to_string(version) + "_" + object.name)));
}

void set_column_aside(storage::Session& session, const Object& object, const Field& field, std::int64_t version) {
    if (!field.has_column()) return;
    for (const auto& index : wanted_indexes(object, session.dialect())) {
        bool uses_it = index.sql.find(quoted(field.name)) != std::string::npos;
        if (uses_it) session.execute_script("DROP INDEX IF EXISTS " + quoted(index.name));
    }
    session.execute_script("ALTER TABLE " + quoted(object.name) + " RENAME COLUMN " + quoted(field.name) + " TO " + quoted(name_aside(field, version)));
}

std::string name_aside(const Field& field, std::int64_t version) { return short_name("deleted_" + std::to_string(version) + "_" + field.name); }

void add_column(storage::Session& session, const Object& object, const Field& field, const std::string& column) {
    session.execute_script("ALTER TABLE " + quoted(object.name) + " ADD COLUMN " + column_definition(field, column, session.dialect()));
}

void put_column_in_place(storage::Session& session, const Object& object, const std::string& name, const std::string& column) {
    session.execute_script("ALTER TABLE " + quoted(object.name) + " RENAME COLUMN " + quoted(column) + " TO " + quoted(name));
}

std::vector<WantedIndex> wanted_indexes(const Object& object, const storage::Dialect& dialect) {
    constexpr std::string_view live = "deleted_at IS NULL";
    std::vector<WantedIndex> out;
    std::vector<Index> listed = object.indexes;
    for (Index& index : view_indexes(object)) listed.push_back(std::move(index));
    // A longer index answers what the shorter one would, and each is written with every record.
    auto begins_another = [&](const Field& field) {
        return std::any_of(listed.begin(), listed.end(), [&](const Index& index) { return !index.unique && (index.fields.front() == field.name || index.fields.front() == "-" + field.name); });
    };
    for (const Field& field : object.fields) {
        if (!field.has_column() || field.name == "id") continue;
        // Nobody asks for all that somebody changed; those two would only slow every write down.
        bool stamp = field.system && (field.name == "created_by_id" || field.name == "updated_by_id");
        std::string present = std::string(live) + " AND " + quoted(field.name) + " IS NOT NULL";
        if (field.unique || field.external_id) out.push_back(index_on(object, {field.name}, true, present, dialect));
        else if (field.is_reference() && !stamp && !begins_another(field)) out.push_back(index_on(object, {field.name}, false, present, dialect));
        else if (field.name == object.name_field) out.push_back(index_on(object, {field.name}, false, live, dialect));
    }
    auto add = [&](const Index& index) {
        WantedIndex wanted = index_on(object, index.fields, index.unique, live, dialect);
        bool there = std::any_of(out.begin(), out.end(), [&](const WantedIndex& other) { return other.name == wanted.name; });
        if (!there) out.push_back(std::move(wanted));
    };
    for (const Index& index : listed) add(index);
    return out;
}

void change_indexes(storage::Session& session, const Catalogue& before, const Catalogue& after) {
    for (const Object& object : after.objects()) {
        const Object* old = before.find(object.name);
        if (!old) continue;
        auto had = wanted_indexes(*old, session.dialect());
        auto wanted = wanted_indexes(object, session.dialect());
        auto is_in = [](const std::vector<WantedIndex>& indexes, const WantedIndex& index) {
            return std::any_of(indexes.begin(), indexes.end(), [&](const WantedIndex& other) { return other.sql == index.sql; });
        };
        for (const WantedIndex& index : had)
            if (!is_in(wanted, index)) session.execute_script("DROP INDEX IF EXISTS " + quoted(index.name));
        for (const WantedIndex& index : wanted)
            if (index.unique && !is_in(had, index)) session.execute_script(index.sql);
    }
}

std::vector<WantedIndex> missing_indexes(storage::Session& session, const Catalogue& catalogue) {
    std::set<std::string> existing = existing_indexes(session);
    std::vector<WantedIndex> out;
    for (const Object& object : catalogue.objects())
        for (auto& index : wanted_indexes(object, session.dialect()))
            if (!existing.contains(index.name)) out.push_back(std::move(index));
    return out;
}

}  // namespace rapport::metadata

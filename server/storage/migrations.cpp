#include "storage/migrations.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/failure.h"
#include "base/log.h"

namespace rapport::storage {
namespace {

bool is_tracked(Session& session) {
    return session.value(session.dialect().table_exists("?1"), {"schema_migration"}).has_value();
}

int highest(Session& session) {
    if (!is_tracked(session)) return 0;
    auto number = session.value("SELECT max(number) FROM schema_migration");
    return static_cast<int>(number->integer_or(0));
}

void check_order(std::span<const Migration> migrations) {
    int before = 0;
    for (const Migration& migration : migrations) {
        ensure(migration.number == before + 1, "migrations are numbered 1, 2, 3, … in order");
        before = migration.number;
    }
}

void create_table(Session& session) {
    if (is_tracked(session)) return;
    session.execute_script("CREATE TABLE schema_migration (number " + session.dialect().column_type(ColumnType::Integer) +
                           " PRIMARY KEY, name " + session.dialect().column_type(ColumnType::Text) +
                           " NOT NULL, applied_at " + session.dialect().column_type(ColumnType::Integer) + " NOT NULL)");
}

void carry_out(Session& session, const Migration& migration) {
    migration.run(session);
    session.execute("INSERT INTO schema_migration (number, name, applied_at) VALUES (?1, ?2, ?3)",
                    {migration.number, migration.name, DateTime::now().microseconds()});
}

/// Answers false when another process was faster.
bool run(Session& session, const Migration& migration) {
    session.execute_script(session.dialect().lock_schema());
    create_table(session);
    if (highest(session) >= migration.number) return false;
    carry_out(session, migration);
    return true;
}

}  // namespace

int schema_version(Session& session) { return highest(session); }

int schema_version(Database& database) {
    return database.read([](Session& session) { return highest(session); });
}

void replay(Session& session, std::span<const Migration> migrations) {
    check_order(migrations);
    ensure(highest(session) == 0, "migrations are replayed into an empty database");
    create_table(session);
    for (const Migration& migration : migrations) carry_out(session, migration);
}

int migrate(Database& database, std::span<const Migration> migrations) {
    check_order(migrations);
    const int known = migrations.empty() ? 0 : migrations.back().number;
    const int seen = schema_version(database);
    if (seen > known)
        throw Failure(FailureKind::Conflict, "database_is_newer",
                      "This database was made by a newer Rapport (its schema is number " + std::to_string(seen) +
                          ", this program knows " + std::to_string(known) +
                          "), so nothing was changed. Start it with that version or a later one.");
    int count = 0;
    for (const Migration& migration : migrations) {
        if (migration.number <= seen) continue;
        if (!database.write([&](Session& session) { return run(session, migration); })) continue;
        log::information("schema: migration {} ({}) is done", migration.number, migration.name);
        ++count;
    }
    return count;
}

}  // namespace rapport::storage

#include "records/change_set.h"
#include "records/service.h"
#include "search/filling.h"

namespace rapport::records {

void create_tables(storage::Session& session) {
    // The engines number rows of these tables by themselves; nothing refers to the numbers but the table's own reader.
    auto numbered = [&](std::string_view table, std::string_view columns) {
        session.execute_script(session.dialect().create_table(table, columns, 1));
    };
    numbered("record_history",
             "record_id BIGINT NOT NULL, changed_at BIGINT NOT NULL, changed_by_id BIGINT, actor TEXT NOT NULL, source TEXT NOT NULL, operation TEXT NOT NULL, changes TEXT NOT NULL");
    numbered("outbox", "record_id BIGINT NOT NULL, object TEXT NOT NULL, operation TEXT NOT NULL, fields TEXT NOT NULL, happened_at BIGINT NOT NULL, actor_id BIGINT NOT NULL");
    session.execute_script(
        "CREATE INDEX record_history_of ON record_history (record_id);"
        "CREATE TABLE trash (record_id BIGINT PRIMARY KEY, root_id BIGINT NOT NULL, deleted_at BIGINT NOT NULL, deleted_by_id BIGINT);"
        "CREATE INDEX trash_root ON trash (root_id);"
        "CREATE TABLE record_counter (object TEXT NOT NULL, field TEXT NOT NULL, next BIGINT NOT NULL, PRIMARY KEY (object, field))");
    search::create_tables(session);
}

void add_duplicate_keys(storage::Session& session) { search::create_duplicate_keys(session); }

/// Change sets are numbered in their order, so that the newest are found at the end. Lines of the history that are older
/// than change sets have none, and are not in the index.
void add_change_sets(storage::Session& session) {
    session.execute_script(session.dialect().create_table(
        "change_set",
        "kind TEXT NOT NULL, source TEXT NOT NULL, changed_at BIGINT NOT NULL, changed_by_id BIGINT, actor TEXT NOT NULL, object TEXT NOT NULL, record_id BIGINT, records BIGINT NOT NULL, lines BIGINT NOT NULL, "
        "undoes BIGINT, details TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'done', alive_until BIGINT, undone TEXT NOT NULL DEFAULT 'no', undone_by BIGINT",
        1));
    session.execute_script(
        "ALTER TABLE record_history ADD COLUMN change_set BIGINT;"
        "CREATE INDEX trash_age ON trash (deleted_at);"
        "CREATE INDEX record_history_in ON record_history (change_set) WHERE change_set IS NOT NULL;"
        "CREATE TABLE record_merge (record_id BIGINT PRIMARY KEY, survivor_id BIGINT NOT NULL, change_set BIGINT NOT NULL);"
        "CREATE INDEX record_merge_into ON record_merge (survivor_id)");
}

/// Until undos became jobs, each kept saying that it was alive; one that says so no more was never finished.
void drop_leases_of_change_sets(storage::Session& session) {
    session.execute_script(
        "UPDATE change_set SET state = 'failed' WHERE state = 'running' AND alive_until IS NOT NULL;"
        "ALTER TABLE change_set DROP COLUMN alive_until");
}

}  // namespace rapport::records

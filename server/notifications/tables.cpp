#include "notifications/inbox.h"

namespace rapport::notifications {

void create_tables(storage::Session& session) {
    session.execute_script(
        session.dialect().create_table("notification",
                                       "user_id BIGINT NOT NULL, type TEXT NOT NULL, occasion TEXT NOT NULL, shown_with TEXT NOT NULL, object TEXT NOT NULL, records TEXT NOT NULL, "
                                       "record_count BIGINT NOT NULL, actor_id BIGINT NOT NULL, details TEXT NOT NULL, happened_at BIGINT NOT NULL, read_at BIGINT NOT NULL, snoozed_until BIGINT NOT NULL",
                                       1) +
        ";CREATE UNIQUE INDEX notification_once ON notification (user_id, occasion);"
        "CREATE INDEX notification_newest ON notification (user_id, happened_at);"
        "CREATE INDEX notification_age ON notification (happened_at);"
        // Channels other than the app, such as mail, are further rows.
        "CREATE TABLE notification_setting (user_id BIGINT NOT NULL, type TEXT NOT NULL, channel TEXT NOT NULL, wanted BIGINT NOT NULL, PRIMARY KEY (user_id, type, channel));"
        "CREATE TABLE notification_person (user_id BIGINT PRIMARY KEY, changes BIGINT NOT NULL);"
        "CREATE TABLE notification_place (name TEXT PRIMARY KEY, place TEXT NOT NULL)");
}

void create_due_table(storage::Session& session) {
    session.execute_script(
        "CREATE TABLE notification_due (record_id BIGINT PRIMARY KEY, object TEXT NOT NULL, due_at BIGINT NOT NULL);"
        "CREATE INDEX notification_due_next ON notification_due (due_at)");
}

}  // namespace rapport::notifications

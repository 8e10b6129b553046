#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/record_id.h"
#include "storage/database.h"

namespace rapport::records {

/// A change of a record that was committed. It tells that there was one; the values are for those to read who may.
struct Event {
    std::int64_t id = 0;
    RecordId record;
    std::string object;
    std::string operation;            // "create", "update", "delete", "restore"
    std::vector<std::string> fields;  // of an update: those whose stored values changed
    DateTime happened_at;
    RecordId actor;                   // none for the system
    std::int64_t change_set = 0;      // 0: older than change sets
};

/// Where a reader of the outbox stands: all that had been committed then is behind, all else before it.
struct OutboxPlace {
    std::string committed;      // for the engine
    std::int64_t newest = 0;    // the newest event then, and its moment: they tell whether this is the same outbox still
    DateTime newest_at;
};

/// A place as it is kept in a table, on the same engine.
std::string place_text(const OutboxPlace& place);
OutboxPlace read_place(std::string_view text);

/// Lets the outbox be read in the order of commits; one of the migrations.
void order_outbox(storage::Session& session);
/// Says of each event in which change set it happened; one of the migrations.
void add_change_sets_to_outbox(storage::Session& session);

/// The end of the outbox, as the session sees it.
OutboxPlace end_of_outbox(storage::Session& session);
/// False when the outbox was trimmed beyond that place, or came from a backup.
bool outbox_reaches_back(storage::Session& session, const OutboxPlace& place);
/// What was committed since, by id, behind the event `after`: at most so many, for those who go through all of it.
std::vector<Event> read_outbox_page(storage::Session& session, const OutboxPlace& since, std::int64_t after, std::size_t most);
/// What was committed since, by id; nothing when it is more than `most`.
std::optional<std::vector<Event>> read_outbox(storage::Session& session, const OutboxPlace& since, std::size_t most);

/// Records from `first` to `last` that were changed since, in the order of their ids.
std::vector<RecordId> changed_since(storage::Session& session, const OutboxPlace& since, std::int64_t first, std::int64_t last, std::int64_t most);

/// Forgets what happened before that moment, but never the newest event. In blocks, beside people who write.
std::int64_t trim_outbox(storage::Database& database, DateTime before);

}  // namespace rapport::records

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/json.h"
#include "base/json_writer.h"
#include "query/query.h"
#include "storage/database.h"

namespace rapport::records {

/// One line of the history: one change of one record.
struct HistoryLine {
    std::int64_t id = 0;
    RecordId record;
    DateTime changed_at;
    RecordId changed_by;       // none: it followed from something else, or the system did it
    std::string actor;
    std::string source;        // the door by which it came
    std::string operation;     // create, update, delete, restore, purge
    Json changes;              // {"amount": [100, 120]}: from, to
    std::int64_t change_set = 0;  // 0: older than change sets
    std::string kind;          // the change set's: what was done
    std::string undone;        // of the change set: no, partly, yes
};

/// Newest first, before the line `before` (0: from the newest on).
std::vector<HistoryLine> history_of(storage::Session& session, RecordId record, std::int64_t before, std::int64_t limit);

/// Which lines of a change set: what somebody asked for, what followed from that, or both.
enum class Lines { Asked, Followed, All };
std::vector<HistoryLine> history_in(storage::Session& session, std::int64_t change_set, Lines lines, std::int64_t before, std::int64_t limit);

/// Those of all records that were written after a moment.
std::vector<HistoryLine> history_since(storage::Session& session, DateTime moment, std::int64_t before, std::int64_t limit);

/// What somebody may see of a line's changes; what is secret is "•••".
Json shown_changes(const HistoryLine& line, const metadata::Object& object, const query::FieldVisible& visible);

/// A value as the history keeps it.
void write_history_value(JsonWriter& out, const metadata::Field& field, const Value& value);
Json history_value(const metadata::Field& field, const Value& value);
/// As the API takes it: what is sealed is opened.
Json opened_value(const Json& kept);
/// As people are shown it: what is sealed stays so.
Json shown_value(const Json& kept);

}  // namespace rapport::records

#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/calendar.h"
#include "base/record_id.h"
#include "storage/database.h"

namespace rapport::live {

/// Who has which record open, on all nodes. What a node knows stands in a table for as long as the node lives. Used by one
/// thread at a time.
class Presence {
public:
    /// How long what a node said counts after it has gone silent.
    static constexpr std::int64_t lease = 60 * DateTime::second;

    explicit Presence(storage::Database& database);

    // On this node; as often as they were opened, they have to be closed.
    void open(RecordId record, RecordId user);
    void close(RecordId record, RecordId user);

    /// Says what has changed here and hears what has changed elsewhere; answers whether anything has.
    bool exchange(DateTime now);
    /// Takes back all that was said: the node stops.
    void leave();
    /// Everybody who has the record open.
    const std::set<RecordId>& people(RecordId record) const;

private:
    using Open = std::pair<RecordId, RecordId>;
    void say(DateTime now);
    bool hear(DateTime now);

    storage::Database& database_;
    const std::string node_;
    std::map<Open, int> here_;
    bool changed_ = false;
    DateTime said_at_, heard_at_;
    std::map<RecordId, std::set<RecordId>> people_;
};

/// Makes the table; one of the migrations.
void create_tables(storage::Session& session);

}  // namespace rapport::live

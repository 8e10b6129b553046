#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/failure.h"
#include "base/record_id.h"

namespace rapport::imports {

/// What became of the rows of a file.
struct Counts {
    std::int64_t rows = 0;          // read; the sum of created, updated, unchanged and failed
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t failed = 0;
    std::int64_t incomplete = 0;    // of those that are in: without a record that they refer to
    std::int64_t also_created = 0;  // records that rows referred to and that were not there

    Counts& operator+=(const Counts& other);
    friend bool operator==(const Counts&, const Counts&) = default;
};

/// A row that did not come in, or not as a whole: its cells as they were, so that it can be mended and imported again.
struct RowError {
    std::size_t line = 0;
    std::vector<std::string> cells;
    std::string message;
};

enum class State {
    Running,
    Done,
    Failed,       // ended by a failure; the rows counted are in
    Interrupted,  // its process has gone; the rows counted are in
    Cancelled,
};
std::string_view name_of(State state);

/// One import, as it stands.
struct Report {
    std::int64_t id = 0;
    State state = State::Running;
    std::string object;
    std::string file_name;
    std::string match;         // field by which rows were matched; empty for none
    bool dry_run = false;      // nothing was kept, the counts say what would be
    Counts counts;
    std::size_t last_line = 0;  // lines up to here are done
    std::int64_t bytes = 0;     // read of the file
    std::int64_t total_bytes = 0;  // 0 when unknown
    DateTime started_at, finished_at;
    RecordId user;
    std::int64_t change_set = 0;  // all that it changed; 0 while it is nothing
    std::optional<std::int64_t> likely_duplicates;  // as far as the asker may see; not known to the store
    std::vector<Problem> notes;  // about the file as a whole: "unmatched_column", "duplicate_column", …
    std::string failure;         // State::Failed: why
};

}  // namespace rapport::imports

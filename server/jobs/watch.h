#pragma once

#include <map>
#include <optional>
#include <vector>

#include "jobs/job.h"
#include "storage/database.h"

namespace rapport::jobs {

/// Sees on which jobs something has changed, on whatever node. Used by one thread at a time.
class Watch {
public:
    /// Those that began, went on or ended since it looked last; none the first time.
    std::vector<Job> look(storage::Database& database);
    /// The next look is the first one again.
    void rest() { newest_.reset(); }

private:
    struct Seen {
        State state;
        Progress progress;

        friend bool operator==(const Seen&, const Seen&) = default;
    };
    std::optional<std::int64_t> newest_;
    std::map<std::int64_t, Seen> under_way_;
};

}  // namespace rapport::jobs

#pragma once

#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

#include "search/find.h"
#include "search/match.h"

namespace rapport::search {

/// The records of one object that may be what is looked for; keeps those that are.
class Candidates {
public:
    Candidates(storage::Session& session, const security::Asking& asking, const metadata::Object& object, const Question& question);

    /// Looks at the records that it has not seen yet: whether the asker may see them, and has reason to find them.
    void look_at(const std::vector<std::int64_t>& ids);
    std::size_t found() const { return hits_.size(); }
    /// True when few of those that the asker may see have what is asked for.
    bool are_mostly_wrong() const { return seen_rows_ >= 5 && hits_.size() * 5 < seen_rows_; }

    /// The best ones, and how good the very best is.
    Group best(std::size_t limit);
    int best_value() const { return hits_.empty() ? 0 : hits_.front().value; }

    const metadata::Object& object() const { return object_; }
    std::int64_t first_id() const { return RecordId::of(object_.number, 0).number(); }
    std::int64_t last_id() const { return RecordId::of(object_.number, RecordId::last_sequence).number(); }
    /// The people whose records the asker may see in any case, when not everybody's, and when there are few of them.
    std::optional<std::vector<RecordId>> owners() const;

private:
    struct Hit {
        int value = 0;
        bool mine = false;
        std::int64_t id = 0;
        std::vector<Value> shown;
    };
    void judge(const std::vector<Cell>& cells);

    storage::Session& session_;
    const security::Asking& asking_;
    const metadata::Object& object_;
    const Question& question_;
    std::vector<const metadata::Field*> fields_;  // that are asked for: id, name, other searched ones; the owner
    std::size_t shown_ = 0;                       // how many of them are shown
    std::unordered_set<std::int64_t> seen_;
    std::size_t seen_rows_ = 0;  // those that the asker may see
    std::vector<Hit> hits_;
};

}  // namespace rapport::search

#pragma once

#include "records/action.h"

namespace rapport::activities {

/// Changes one time of a recurring event, that and all that follow, or all:
/// {"occurrence": its beginning, "scope": "this" | "following" | "all", "changes": {…}}. What is changed for one time becomes
/// an event of its own, and its time is left out of the rule. Answers {"event": id, "change_set": number}.
class ChangeOccurrences final : public records::Action {
public:
    Json run(const Call& call, records::Service& service) const override;
};

/// The same for deleting.
class DeleteOccurrences final : public records::Action {
public:
    Json run(const Call& call, records::Service& service) const override;
};

}  // namespace rapport::activities

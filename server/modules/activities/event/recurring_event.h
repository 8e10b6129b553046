#pragma once

#include "records/hook.h"

namespace rapport::activities {

/// Keeps what says when an event happens again: a rule that can be read, a zone by whose clocks it goes, and, when the event
/// moves, the same times left out as before.
class RecurringEvent final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::activities

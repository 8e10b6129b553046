#pragma once

#include "records/hook.h"

namespace rapport::activities {

/// A task that recurs comes again when it is done: as a new one, on the next day that its rule has.
class RecurringTask final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
    void after_save(records::Change& change, records::Service& service) const override;
};

}  // namespace rapport::activities

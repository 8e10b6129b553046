#pragma once

#include "records/hook.h"

namespace rapport::core {

/// When a rate changes, every amount in its currency gets a new value in the organization's currency, and what sums
/// such values up follows.
class RecomputeAmounts final : public records::Hook {
public:
    void after_save(records::Change& change, records::Service& service) const override;
};

}  // namespace rapport::core

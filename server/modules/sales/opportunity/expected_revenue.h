#pragma once

#include "records/hook.h"

namespace rapport::sales {

/// Keeps `expected_revenue` at amount times probability.
class ExpectedRevenue final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::sales

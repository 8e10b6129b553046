#pragma once

#include "records/hook.h"

namespace rapport::core {

/// A won stage is certain and a lost one hopeless, unless somebody says otherwise.
class ProbabilityOfOutcome final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::core

#pragma once

#include "records/hook.h"

namespace rapport::core {

/// A sharing rule is about owners or about values, names what there is, and compares only what can be compared.
class CheckedRule final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::core

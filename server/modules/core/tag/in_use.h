#pragma once

#include "records/hook.h"

namespace rapport::core {

/// Records keep their tags by name: one that some have is renamed and deleted with them, by its actions.
class InUse final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::core

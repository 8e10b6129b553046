#pragma once

#include "records/hook.h"

namespace rapport::core {

/// Refuses the change after which nobody could administer the workspace any more.
class KeepAdministrator final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::core

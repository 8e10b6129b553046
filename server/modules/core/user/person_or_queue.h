#pragma once

#include "records/hook.h"

namespace rapport::core {

/// A person logs in with an e-mail address; a queue has a team that works it, and no rights of its own.
class PersonOrQueue final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::core

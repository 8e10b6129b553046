#pragma once

#include "records/hook.h"

namespace rapport::core {

/// A member is a person, a role or another team: one of them, and no team that contains this one.
class OneMember final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::core

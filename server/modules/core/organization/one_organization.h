#pragma once

#include "records/hook.h"

namespace rapport::core {

/// A workspace belongs to exactly one organization, whose currency is that of every total.
class OneOrganization final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::core

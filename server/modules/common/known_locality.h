#pragma once

#include "records/hook.h"

namespace rapport::modules {

/// Refuses a `language`, `locale`, `phone_region` or `currency_code` that no standard knows: it would be taken for another in silence.
class KnownLocality final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::modules

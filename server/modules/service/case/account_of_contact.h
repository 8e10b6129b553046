#pragma once

#include "records/hook.h"

namespace rapport::service {

/// A case without account belongs to the account of its contact.
class AccountOfContact final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::service

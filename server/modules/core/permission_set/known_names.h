#pragma once

#include "records/hook.h"

namespace rapport::core {

/// A permission that names an object or a record type which is not there would close nothing, without a word.
class KnownNames final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::core

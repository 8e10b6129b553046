#pragma once

#include "records/hook.h"

namespace rapport::core {

/// Refuses to share what belongs to nobody: it is seen with the record that it hangs on, or by everybody.
class Shareable final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::core

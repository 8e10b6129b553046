#pragma once

#include "records/hook.h"

namespace rapport::core {

/// The photo of somebody is shown to everybody who sees them, so it is a picture that is kept here, and no other document.
class PhotoIsPicture final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::core

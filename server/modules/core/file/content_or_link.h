#pragma once

#include "records/hook.h"

namespace rapport::core {

/// A file has a content that is kept here, or a link; what was measured on the content stays as it is.
class ContentOrLink final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::core

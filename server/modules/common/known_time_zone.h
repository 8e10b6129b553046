#pragma once

#include "records/hook.h"

namespace rapport::modules {

/// Refuses a `time_zone` that the IANA database does not know.
class KnownTimeZone final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::modules

#pragma once

#include "records/action.h"

namespace rapport::core {

/// Everybody sets their own photo, to a picture that they have brought in themselves, or takes it off; an administrator anybody's.
class SetPhoto final : public records::Action {
public:
    Json run(const Call& call, records::Service& service) const override;
};

}  // namespace rapport::core

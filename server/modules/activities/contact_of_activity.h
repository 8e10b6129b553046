#pragma once

#include "records/hook.h"

namespace rapport::activities {

/// An activity on a contact is one with that contact; so a person's activities are found by `contact` alone.
class ContactOfActivity final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::activities

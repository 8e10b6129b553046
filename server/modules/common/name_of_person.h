#pragma once

#include "records/hook.h"

namespace rapport::modules {

/// Keeps `name`, `first_name` and `last_name` of a person in step: a name that is written whole is split.
class NameOfPerson final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::modules

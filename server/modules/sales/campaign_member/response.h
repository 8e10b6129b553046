#pragma once

#include "records/hook.h"

namespace rapport::sales {

/// A campaign member is a contact or a lead, never both; it has responded from the first status that says so.
class Response final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::sales

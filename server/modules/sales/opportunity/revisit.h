#pragma once

#include "records/hook.h"

namespace rapport::sales {

/// A lost deal that is worth another try becomes a task of its owner for that day; another day moves the task.
class Revisit final : public records::Hook {
public:
    void after_save(records::Change& change, records::Service& service) const override;
};

}  // namespace rapport::sales

#pragma once

#include "records/hook.h"

namespace rapport::sales {

/// A stage may need fields: no deal moves into it without them. Those that stand there already are left alone, and so is
/// what is imported, which has moved elsewhere.
class StageGate final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

/// What a stage needs are fields of deals that people fill in.
class FieldsOfGate final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::sales

#pragma once

#include "records/hook.h"

namespace rapport::sales {

/// Keeps an opportunity in step with its stage: pipeline, probability, open or closed, won or not, since when, and the
/// day on which it closed. Without stage it begins in the first one of its pipeline, or of the default pipeline.
class FollowStage final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

/// When a stage becomes won, lost or open again, so do the opportunities that stand there.
class StageOutcomeChanged final : public records::Hook {
public:
    void after_save(records::Change& change, records::Service& service) const override;
};

}  // namespace rapport::sales

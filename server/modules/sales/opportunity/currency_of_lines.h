#pragma once

#include "records/hook.h"

namespace rapport::sales {

/// Refuses another currency for an opportunity whose lines have prices in the one it has.
class CurrencyOfLines final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

}  // namespace rapport::sales

#pragma once

#include <string>

#include "records/hook.h"

namespace rapport::modules {

/// Refuses that a record stands above itself through a field that refers to its own object.
class NoCycle final : public records::Hook {
public:
    explicit NoCycle(std::string field) : field_(std::move(field)) {}
    void before_save(records::Change& change) const override;

private:
    std::string field_;
};

}  // namespace rapport::modules

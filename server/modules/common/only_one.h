#pragma once

#include <string>

#include "records/hook.h"

namespace rapport::modules {

/// Keeps a checkbox checked in one record at most: whoever is checked last has it.
class OnlyOne final : public records::Hook {
public:
    explicit OnlyOne(std::string checkbox) : checkbox_(std::move(checkbox)) {}
    void after_save(records::Change& change, records::Service& service) const override;

private:
    std::string checkbox_;
};

}  // namespace rapport::modules

#pragma once

#include <string>

#include "records/hook.h"

namespace rapport::modules {

/// Refuses a queue where a person is meant: queues own records, and that is all they do.
class OnlyPeople final : public records::Hook {
public:
    explicit OnlyPeople(std::string field) : field_(std::move(field)) {}
    void before_save(records::Change& change) const override;

private:
    std::string field_;
};

}  // namespace rapport::modules

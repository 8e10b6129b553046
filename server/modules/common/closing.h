#pragma once

#include <set>
#include <string>

#include "records/hook.h"

namespace rapport::modules {

/// Keeps a checkbox and a moment in step with `status`: checked while it is one of the closed ones, and since when.
class Closing final : public records::Hook {
public:
    struct Fields {
        std::string checkbox;  // "is_closed"
        std::string moment;    // "closed_at"
    };
    Closing(std::set<std::string> closed_statuses, Fields fields) : closed_(std::move(closed_statuses)), fields_(std::move(fields)) {}
    void before_save(records::Change& change) const override;

private:
    std::set<std::string> closed_;
    Fields fields_;
};

}  // namespace rapport::modules

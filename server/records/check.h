#pragma once

#include <functional>
#include <string>
#include <vector>

#include "records/service.h"

namespace rapport::records {

/// Something in the database that is not as the catalogue and the write road promise.
struct Finding {
    std::string object;
    std::string field;
    std::string kind;  // dangling_reference, missing_value, wrong_roll_up, wrong_base_amount, missing_index, lost_change_set, wrong_trash, wrong_merge, wrong_tags
    std::int64_t records = 0;
    std::string message;
};

/// Looks at every record of every object; changes nothing. `progress` is called with each object's name.
std::vector<Finding> check(Service& service, const std::function<void(const std::string&)>& progress);

}  // namespace rapport::records

#pragma once

#include <set>
#include <string>

#include "base/record_id.h"

namespace rapport::live {

/// What a screen wants to hear of.
struct Interest {
    std::set<std::string, std::less<>> objects;  // changes of their records
    std::set<RecordId> records;                  // changes of these
    std::set<RecordId> open;                     // changes of these, and who else has them open

    bool is_in_everything() const { return objects.empty() && records.empty(); }
    bool wants(const std::string& object, RecordId record) const {
        return is_in_everything() || objects.contains(object) || records.contains(record) || open.contains(record);
    }
};

}  // namespace rapport::live

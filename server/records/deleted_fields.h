#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/service.h"

namespace rapport::records {

struct BroughtBack {
    std::string field;
    std::vector<std::string> without;  // settings that the records of now do not meet: "required", "unique", "external_id"
    std::int64_t emptied = 0;          // references to records that are no more
};

/// Brings a deleted field back, with its values: what became of records while nobody saw the field is made good for them
/// (docs/decisions/0143). Nobody writes meanwhile; nothing has changed when it fails.
///
/// Throws Failure(NotFound, "unknown_deleted_field"); Failure(Conflict): "duplicate_name", "no_target", "does_not_fit",
/// "nothing_kept", "missing_rate", "values_missing".
BroughtBack bring_back_field(Service& service, const std::string& object, std::string_view id);

}  // namespace rapport::records

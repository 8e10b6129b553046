#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "metadata/object.h"

namespace rapport::metadata::types {

/// Checks "region", the country whose numbers may be written without their country code: "DE"; "US" when it is not set.
Result<void> configure_phone_region(const Field& field, const Json& declaration);

/// A number in any spelling as E.164, its extension after it: "+12065550100;ext=12". Problem: "invalid_phone".
Result<std::string> read_phone(std::string_view text, const Field& field);

/// The words by which a stored number is found: as stored, without country code, and in the groups of its country.
std::string phone_search_text(std::string_view stored);

}  // namespace rapport::metadata::types

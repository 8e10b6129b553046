#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "base/value.h"
#include "metadata/object.h"

namespace rapport::imports {

/// A stored value as the API sends it.
Json api_value(const metadata::Field& field, const Value& stored);

/// A cell's text as the API would send it. The problem names the field, in its code and in its message.
Result<Json> read_cell(const metadata::Field& field, std::string_view text);

/// What two texts or values of a field have in common when the database takes them for equal: case does not count where
/// the column compares by the rules of people. (The database may take more for equal than this does, never less.)
std::string match_key(const metadata::Field& field, const Cell& stored);

}  // namespace rapport::imports

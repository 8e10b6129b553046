#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "metadata/object.h"

namespace rapport::metadata {

/// Takes what is wrong, and where: the name of a field.
using Refuse = std::function<void(const std::string& where, const std::string& message)>;

/// Adds the fields of a declaration to its object, with those that every object has and those that come with others:
/// parts of compounds, amounts in the organization's currency.
void read_fields(Object& object, const Json& declaration, const Refuse& refuse);

/// One name, or an array of them.
std::vector<std::string> names_in(const Json& value);

/// The items of an array; none when it is something else.
const Json::Array& items_of(const Json& value);

}  // namespace rapport::metadata

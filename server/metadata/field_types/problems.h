#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "base/text.h"
#include "metadata/object.h"

/// How field types say what is wrong with a value.
namespace rapport::metadata::types {

using text::quoted;

/// The name by which people know the field, in quotes.
std::string title(const Field& field);

tl::unexpected<Problem> refuse(const Field& field, std::string_view code, std::string_view message);
/// The same problem, said of this field.
tl::unexpected<Problem> refuse(const Field& field, Problem found);
/// "Amount" takes <expected>, not an array. `expected` is such as "a number".
tl::unexpected<Problem> wrong_type(const Field& field, const Json& value, std::string_view expected);

}  // namespace rapport::metadata::types

#pragma once

#include <vector>

#include "base/failure.h"
#include "metadata/object.h"

namespace rapport::metadata {

/// What is wrong with the words that people read of an object: labels that show nothing, control characters, texts
/// longer than a screen has room for. Each Problem's field is "object.place".
void find_wording_problems(const Object& object, std::vector<Problem>& problems);

}  // namespace rapport::metadata

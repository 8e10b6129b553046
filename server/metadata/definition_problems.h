#pragma once

#include <vector>

#include "metadata/catalogue.h"

namespace rapport::metadata {

/// What is wrong with a catalogue that could be built, as far as it can be told without reading formulas: defaults that
/// the field would not take, rules about fields that are not there. Each Problem's field is "object.name".
std::vector<Problem> definition_problems(const Catalogue& catalogue);

}  // namespace rapport::metadata

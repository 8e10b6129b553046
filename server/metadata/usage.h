#pragma once

#include <string>
#include <vector>

#include "metadata/catalogue.h"

namespace rapport::metadata {

/// One place that needs an object or field: deleting it breaks or empties that place.
struct Use {
    std::string kind;    // layout, list_view, validation_rule, formula, roll_up, relation, index
    std::string object;  // where it stands
    std::string name;
};

/// Where an object is used by others.
std::vector<Use> uses_of(const Catalogue& catalogue, const Object& object);

/// Where a field is used, by its own object and by others.
std::vector<Use> uses_of(const Catalogue& catalogue, const Object& object, const Field& field);

/// Whether a filter, view or other JSON names the field.
bool names_field(const Json& where, const Field& field);

}  // namespace rapport::metadata

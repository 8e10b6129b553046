#pragma once

#include <string_view>

namespace rapport::identity {

/// What people call a model of authenticators, by its AAGUID; empty for one that is not well known.
std::string_view name_of_model(std::string_view model);

}  // namespace rapport::identity

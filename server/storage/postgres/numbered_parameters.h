#pragma once

#include <string>
#include <string_view>

namespace rapport::storage {

/// The statement with $1 for ?1, except inside quotes and comments.
std::string with_dollar_parameters(std::string_view sql);

}  // namespace rapport::storage

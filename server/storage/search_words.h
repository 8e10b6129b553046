#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport::storage {

/// The runs of letters and digits of any script: "o'neil, 24/7" is {"o", "neil", "24", "7"}. What stands between them
/// is not searched for. Both engines cut texts at the same places.
std::vector<std::string> search_words(std::string_view text);

}  // namespace rapport::storage

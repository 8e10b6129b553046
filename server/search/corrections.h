#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/database.h"

namespace rapport::search {

/// Keeps the names, so that they are found by what is nearly spelled like them. See docs/decisions/0060.
void keep_names(storage::Session& session, const std::vector<std::string>& names);

/// Names that were kept and begin so, at most so many.
std::vector<std::string> names_beginning(storage::Session& session, std::string_view beginning, int most);

/// Names that were kept and may be meant by a mistyped word, or by its mistyped beginning; the nearest first.
std::vector<std::string> corrections(storage::Session& session, std::string_view typed);

}  // namespace rapport::search

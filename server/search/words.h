#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/pieces.h"

namespace rapport::search {

/// The words by which a text is found, sorted, each once: its pieces; what is written as one with digits in it or with an
/// apostrophe ("inv20260042", "oneil"), and telephone numbers in groups, as one word, too; of unspaced scripts every two
/// characters that follow each other, and the last one.
std::vector<std::string> words_of(const Pieces& pieces);

/// Those in which a mistyped word may be looked for: letters only, not too short.
std::vector<std::string> names_of(const Pieces& pieces);

/// Every two characters that follow each other.
std::vector<std::string> pairs_of(std::string_view unspaced);

}  // namespace rapport::search

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/pieces.h"

namespace rapport::search {

/// The words by which a text is found, sorted, each once: its pieces; what is written as one with digits in it or with an
/// apostrophe ("inv20260042", "oneil"), and telephone numbers in groups, as one word, too; numbers also without the
/// zeros that they begin with; of unspaced scripts every two characters that follow each other, and the last one.
std::vector<std::string> words_of(const Pieces& pieces);

/// True for a word that is kept among the names, in which mistyped words are looked for: letters only, not too short.
bool is_name(std::string_view word);

/// Those of them that are names.
std::vector<std::string> names_of(const Pieces& pieces);

/// Every two characters that follow each other.
std::vector<std::string> pairs_of(std::string_view unspaced);

}  // namespace rapport::search

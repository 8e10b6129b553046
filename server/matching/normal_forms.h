#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "metadata/duplicate_rules.h"

namespace rapport::matching {

/// What a value says, in the form in which two of them are compared: of names, texts and addresses their words in Latin
/// letters, without what says nothing (titles, legal forms); of all else the value in one spelling. Nothing when empty.
std::vector<std::string> normal_form(metadata::Comparing as, std::string_view text);

/// True for what is compared word by word; its fields are the parts of one value.
bool has_words(metadata::Comparing as);

bool is_number(std::string_view word);

}  // namespace rapport::matching

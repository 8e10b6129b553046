#pragma once

#include <string>

struct sqlite3;

namespace rapport::storage {

/// Teaches the connection the collation `rapport_text`: the order of the Unicode root locale, in which accents count
/// and case does not.
void register_collation(sqlite3* connection);

/// Changes whenever ICU may order texts differently, which makes every index on FoldedText worthless.
std::string collation_version();

}  // namespace rapport::storage

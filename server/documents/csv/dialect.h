#pragma once

#include <optional>
#include <string_view>

#include "documents/csv/scanner.h"

namespace rapport::documents::csv {

/// How a file separates its cells, and where its header stands.
struct Dialect {
    char delimiter = ',';
    bool names_delimiter = false;   // its first line is "sep=;", which spreadsheets read and write
    std::size_t rows_before_header = 0;  // lines of a title or a note above the header, blank ones included
};

/// The delimiter that "sep=;" as the whole first line of `text` names.
std::optional<char> named_delimiter(std::string_view text);

/// Judges by the first text of a file: the delimiter that gives the most rows the width of the header.
/// `whole` says that the text is all there is. `fixed` is a delimiter that the caller knows; 0 for none.
Dialect detect_dialect(std::string_view text, bool whole, char fixed = 0);

}  // namespace rapport::documents::csv

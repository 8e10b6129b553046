#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace rapport::documents {

/// Names of columns that can be told apart, and what was done to make them so.
struct Header {
    std::vector<std::string> names;
    std::vector<Problem> notes;  // "duplicate_column", "nameless_column"
};

/// A second "Email" becomes "Email (2)", a nameless third column "Column 3". Case does not part two names.
Header header_of(const std::vector<std::string>& written);

/// That the header was not the first line of the file.
Problem lines_before_header(std::size_t line);

}  // namespace rapport::documents

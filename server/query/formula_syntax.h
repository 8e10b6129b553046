#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "query/select.h"

namespace rapport::query {

/// A formula as it was written: names and types are not looked up yet.
struct FormulaSyntax {
    enum class Kind { Number, Text, Word, Path, Call, Operator };
    Kind kind = Kind::Number;
    std::string text;  // digits, characters, "true", function in upper case, operator such as "<>"
    std::vector<std::string> names;  // Path
    std::vector<FormulaSyntax> parts;
    Position position;
};

/// Throws Failure(Invalid, "invalid_formula").
FormulaSyntax parse_formula(std::string_view text);

Failure formula_failure(Position position, const std::string& message);

constexpr std::size_t max_formula_length = 10'000;

}  // namespace rapport::query

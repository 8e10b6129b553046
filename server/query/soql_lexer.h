#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"
#include "query/select.h"

namespace rapport::query {

/// One word or sign of SOQL text.
struct Token {
    enum class Kind { Name, String, Number, Date, DateTime, Symbol, End };
    Kind kind = Kind::End;
    std::string_view text;  // as written; a string without its quotes, escapes still in it
    Position position;
};

/// The tokens of the text, an End token last. The text must outlive them.
/// Throws Failure(Invalid, "soql_syntax") for a string without end, a stray character, invalid UTF-8, or text over `max_soql_length`.
std::vector<Token> tokenize(std::string_view text);

constexpr std::size_t max_soql_length = 100'000;

enum class StringMeaning {
    Text,     // \_ and \% are plain characters
    Pattern,  // \_ and \% stay escaped, and so does a backslash: what LIKE takes
};

/// The characters that a string token stands for: \' \" \\ \n \r \t \b \f \uXXXX \_ \%.
/// Throws Failure(Invalid, "soql_syntax") for any other escape.
std::string characters_of(const Token& string, StringMeaning meaning);

/// "Line 1, column 8: …"
Failure soql_failure(Position position, const std::string& message);
std::string place(Position position);

}  // namespace rapport::query

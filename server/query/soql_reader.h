#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "query/soql_lexer.h"

namespace rapport::query {

/// Walks over the tokens of a query. Keywords are known by their place, so that a field may be called "limit".
class SoqlReader {
public:
    explicit SoqlReader(std::string_view text) : tokens_(tokenize(text)) {}

    const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
    const Token& take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }

    bool at_end() const { return peek().kind == Token::Kind::End; }
    bool at_symbol(std::string_view symbol) const;
    bool at_keyword(std::string_view keyword, std::size_t ahead = 0) const;

    /// Moves past the symbol or keywords when they are next.
    bool accept_symbol(std::string_view symbol);
    bool accept_keyword(std::string_view keyword);
    bool accept_keywords(std::string_view first, std::string_view second);

    void expect_symbol(std::string_view symbol);
    void expect_keyword(std::string_view keyword);
    const Token& expect_name(std::string_view what);

    /// The failure that says what was expected where the reader stands, and what stands there.
    /// When `keywords` has one that is nearly what stands there, it is suggested.
    Failure unexpected(std::string_view expected, std::initializer_list<std::string_view> keywords = {}) const;

private:
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

bool same_keyword(std::string_view written, std::string_view keyword);

}  // namespace rapport::query

#include "query/soql_reader.h"

#include <fmt/format.h>

#include "base/text.h"

namespace rapport::query {

bool same_keyword(std::string_view written, std::string_view keyword) {
    return std::equal(written.begin(), written.end(), keyword.begin(), keyword.end(),
                      [](char a, char b) { return a == b || (a >= 'a' && a <= 'z' && a - 'a' + 'A' == b); });
}

bool SoqlReader::at_symbol(std::string_view symbol) const {
    return peek().kind == Token::Kind::Symbol && peek().text == symbol;
}

bool SoqlReader::at_keyword(std::string_view keyword, std::size_t ahead) const {
    return peek(ahead).kind == Token::Kind::Name && same_keyword(peek(ahead).text, keyword);
}

bool SoqlReader::accept_symbol(std::string_view symbol) {
    if (!at_symbol(symbol)) return false;
    take();
    return true;
}

bool SoqlReader::accept_keyword(std::string_view keyword) {
    if (!at_keyword(keyword)) return false;
    take();
    return true;
}

bool SoqlReader::accept_keywords(std::string_view first, std::string_view second) {
    if (!at_keyword(first) || !at_keyword(second, 1)) return false;
    take();
    take();
    return true;
}

void SoqlReader::expect_symbol(std::string_view symbol) {
    if (!accept_symbol(symbol)) throw unexpected(fmt::format("\"{}\"", symbol));
}

void SoqlReader::expect_keyword(std::string_view keyword) {
    if (!accept_keyword(keyword)) throw unexpected(keyword, {keyword});
}

const Token& SoqlReader::expect_name(std::string_view what) {
    if (peek().kind != Token::Kind::Name) throw unexpected(what);
    return take();
}

Failure SoqlReader::unexpected(std::string_view expected, std::initializer_list<std::string_view> keywords) const {
    const Token& found = peek();
    std::string message = fmt::format("expected {}, but ", expected);
    if (at_end()) message += "the query ends here.";
    else if (found.kind == Token::Kind::String) message += fmt::format("found the string {}.", text::quoted(found.text));
    else message += fmt::format("found {}.", text::quoted(found.text));
    if (found.kind == Token::Kind::Name) {
        std::string upper(found.text);
        for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        std::string_view meant = text::nearest(upper, keywords);
        if (!meant.empty() && meant != upper) message += fmt::format(" Did you mean {}?", meant);
    }
    return soql_failure(found.position, message);
}

}  // namespace rapport::query

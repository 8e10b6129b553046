#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "query/date_words.h"
#include "query/expression.h"
#include "query/soql_parser.h"

namespace rapport::query {
namespace {

struct Sign {
    std::string_view text;
    Comparison comparison;
};
constexpr std::array signs{
    Sign{"=", Comparison::Equal},         Sign{"!=", Comparison::NotEqual},
    Sign{"<>", Comparison::NotEqual},     Sign{"<", Comparison::Less},
    Sign{"<=", Comparison::LessOrEqual},  Sign{">", Comparison::Greater},
    Sign{">=", Comparison::GreaterOrEqual},
};

constexpr std::string_view any_value = "a value: a 'string', a number, a date, true, false, null or a word such as TODAY";

Literal word_literal(SoqlReader& reader) {
    Literal literal;
    literal.position = reader.peek().position;
    for (std::string_view word : {"NULL", "TRUE", "FALSE"}) {
        if (!reader.at_keyword(word)) continue;
        literal.kind = word == "NULL" ? Literal::Kind::Null : Literal::Kind::Boolean;
        literal.text = text::lower(reader.take().text);
        return literal;
    }
    std::string word(reader.peek().text);
    bool numbered = takes_number(word);
    if (numbered && reader.peek(1).text == ":" && reader.peek(2).kind == Token::Kind::Number) {
        word += ":" + std::string(reader.peek(2).text);
        reader.take();
        reader.take();
    } else if (numbered) {
        throw soql_failure(reader.peek().position, fmt::format("{0} takes a number: write it as {0}:30.", word));
    }
    if (!is_date_word(word)) throw reader.unexpected(any_value, {"NULL", "TRUE", "FALSE", "TODAY", "YESTERDAY", "TOMORROW"});
    reader.take();
    literal.kind = Literal::Kind::DateWord;
    literal.text = word;
    for (char& c : literal.text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return literal;
}

Literal read_literal(SoqlReader& reader, StringMeaning meaning) {
    const Token& token = reader.peek();
    Literal literal;
    literal.position = token.position;
    literal.text = token.text;
    switch (token.kind) {
        case Token::Kind::String:
            literal.kind = Literal::Kind::String;
            literal.text = characters_of(token, meaning);
            break;
        case Token::Kind::Number: literal.kind = Literal::Kind::Number; break;
        case Token::Kind::Date: literal.kind = Literal::Kind::Date; break;
        case Token::Kind::DateTime: literal.kind = Literal::Kind::DateTime; break;
        case Token::Kind::Name: return word_literal(reader);
        case Token::Kind::Symbol:
        case Token::Kind::End: throw reader.unexpected(any_value);
    }
    reader.take();
    return literal;
}

void read_values(SoqlReader& reader, Condition& condition) {
    do condition.values.push_back(read_literal(reader, StringMeaning::Text));
    while (reader.accept_symbol(","));
}

/// What stands between the parentheses of IN, and they themselves.
void read_list(SoqlReader& reader, Condition& condition, int depth) {
    reader.expect_symbol("(");
    bool selects = reader.at_keyword("SELECT") && (condition.comparison == Comparison::In || condition.comparison == Comparison::NotIn);
    if (selects) {
        condition.kind = Condition::Kind::InSelect;
        condition.select = std::make_shared<const Select>(read_select(reader, depth + 1));
    } else {
        read_values(reader, condition);
    }
    reader.expect_symbol(")");
}

Condition negation(Condition part) {
    Condition out;
    out.kind = Condition::Kind::Not;
    out.position = part.position;
    out.parts.push_back(std::move(part));
    return out;
}

Condition read_comparison(SoqlReader& reader, int depth) {
    Condition condition;
    condition.kind = Condition::Kind::Compare;
    condition.position = reader.peek().position;
    condition.term = read_term(reader);
    for (const Sign& sign : signs) {
        if (!reader.accept_symbol(sign.text)) continue;
        condition.comparison = sign.comparison;
        condition.values.push_back(read_literal(reader, StringMeaning::Text));
        return condition;
    }
    bool negated = reader.accept_keyword("NOT");
    if (reader.accept_keyword("IN")) {
        condition.comparison = negated ? Comparison::NotIn : Comparison::In;
        read_list(reader, condition, depth);
        return condition;
    }
    if (reader.accept_keyword("LIKE")) {
        condition.comparison = Comparison::Like;
        condition.values.push_back(read_literal(reader, StringMeaning::Pattern));
        return negated ? negation(std::move(condition)) : condition;
    }
    bool includes = !negated && reader.accept_keyword("INCLUDES");
    if (!includes && (negated || !reader.accept_keyword("EXCLUDES")))
        throw reader.unexpected(negated ? "IN or LIKE" : "a comparison: =, !=, <, <=, >, >=, LIKE, IN, NOT IN, INCLUDES or EXCLUDES",
                                {"LIKE", "IN", "NOT", "INCLUDES", "EXCLUDES"});
    condition.comparison = includes ? Comparison::Includes : Comparison::Excludes;
    read_list(reader, condition, depth);
    return condition;
}

Condition read_part(SoqlReader& reader, int depth) {
    if (depth > max_soql_depth) throw soql_failure(reader.peek().position, "the query is nested too deeply; use fewer parentheses.");
    if (reader.at_keyword("NOT")) {
        reader.take();
        return negation(read_part(reader, depth + 1));
    }
    if (!reader.accept_symbol("(")) return read_comparison(reader, depth);
    Condition inner = read_condition(reader, depth + 1);
    if (!reader.at_symbol(")")) throw reader.unexpected("AND, OR or \")\"", {"AND", "OR"});
    reader.take();
    return inner;
}

/// Parts with `keyword` between them; a single part stays as it is.
template <class ReadPart>
Condition read_joined(SoqlReader& reader, std::string_view keyword, Condition::Kind kind, ReadPart read) {
    Condition first = read();
    if (!reader.at_keyword(keyword)) return first;
    Condition joined;
    joined.kind = kind;
    joined.position = first.position;
    joined.parts.push_back(std::move(first));
    while (reader.accept_keyword(keyword)) joined.parts.push_back(read());
    return joined;
}

}  // namespace

Path read_path(SoqlReader& reader) {
    Path path;
    path.position = reader.peek().position;
    do path.names.emplace_back(reader.expect_name("the name of a field").text);
    while (reader.accept_symbol("."));
    return path;
}

Term read_term(SoqlReader& reader) {
    Term term;
    term.position = reader.peek().position;
    bool is_function = reader.peek(1).kind == Token::Kind::Symbol && reader.peek(1).text == "(";
    if (!is_function) {
        term.path = read_path(reader);
        return term;
    }
    term.function = text::lower(reader.expect_name("a function").text);
    reader.expect_symbol("(");
    // Functions of dates count in the asker's time zone, with this word of other programs and without it.
    auto function = find_function(term.function);
    bool converted = function && is_of_date(*function) && reader.accept_keyword("CONVERTTIMEZONE");
    if (converted) reader.expect_symbol("(");
    if (!reader.at_symbol(")")) term.path = read_path(reader);
    if (converted) reader.expect_symbol(")");
    reader.expect_symbol(")");
    return term;
}

Condition read_condition(SoqlReader& reader, int depth) {
    return read_joined(reader, "OR", Condition::Kind::Or, [&] {
        return read_joined(reader, "AND", Condition::Kind::And, [&] { return read_part(reader, depth); });
    });
}

}  // namespace rapport::query

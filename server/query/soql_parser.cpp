#include "query/soql_parser.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"

namespace rapport::query {
namespace {

/// Words that may follow FROM account; anything else there is an alias.
constexpr std::string_view clauses[] = {"WHERE", "WITH", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "FOR", "USING"};

bool at_clause(const SoqlReader& reader) {
    for (std::string_view clause : clauses)
        if (reader.at_keyword(clause)) return true;
    return false;
}

bool at_fields_function(const SoqlReader& reader) {
    return reader.at_keyword("FIELDS") && reader.peek(1).kind == Token::Kind::Symbol && reader.peek(1).text == "(";
}

Select::AllFields read_fields_function(SoqlReader& reader) {
    reader.take();
    reader.expect_symbol("(");
    auto which = Select::AllFields::All;
    if (reader.accept_keyword("STANDARD")) which = Select::AllFields::Standard;
    else if (reader.accept_keyword("CUSTOM")) which = Select::AllFields::Custom;
    else if (!reader.accept_keyword("ALL")) throw reader.unexpected("ALL, STANDARD or CUSTOM", {"ALL", "STANDARD", "CUSTOM"});
    reader.expect_symbol(")");
    return which;
}

bool at_type_of(const SoqlReader& reader) {
    return reader.at_keyword("TYPEOF") && reader.peek(1).kind == Token::Kind::Name && !reader.at_keyword("FROM", 1) && !reader.at_keyword("AS", 1);
}

std::vector<Path> read_paths(SoqlReader& reader) {
    std::vector<Path> paths;
    do paths.push_back(read_path(reader));
    while (reader.accept_symbol(","));
    return paths;
}

TypeOf read_type_of(SoqlReader& reader) {
    reader.take();
    TypeOf out;
    out.reference = read_path(reader);
    if (!reader.at_keyword("WHEN")) throw reader.unexpected("WHEN", {"WHEN"});
    while (reader.accept_keyword("WHEN")) {
        const Token& object = reader.expect_name("the name of an object after WHEN");
        out.cases.push_back({std::string(object.text), object.position, {}});
        reader.expect_keyword("THEN");
        out.cases.back().fields = read_paths(reader);
    }
    if (reader.accept_keyword("ELSE")) out.otherwise = read_paths(reader);
    if (!reader.accept_keyword("END")) throw reader.unexpected("WHEN, ELSE or END", {"WHEN", "ELSE", "END"});
    return out;
}

void read_selected(SoqlReader& reader, Select& select, int depth) {
    if (reader.accept_symbol("(")) {
        select.children.push_back(read_select(reader, depth + 1));
        reader.expect_symbol(")");
        return;
    }
    if (at_fields_function(reader)) {
        select.all_fields = read_fields_function(reader);
        return;
    }
    if (at_type_of(reader)) {
        select.type_ofs.push_back(read_type_of(reader));
        return;
    }
    Term term = read_term(reader);
    reader.accept_keyword("AS");
    if (reader.peek().kind == Token::Kind::Name && !reader.at_keyword("FROM")) term.alias = reader.take().text;
    select.fields.push_back(std::move(term));
}

Order read_order(SoqlReader& reader) {
    Order order;
    order.term = read_term(reader);
    if (reader.accept_keyword("DESC")) order.descending = true;
    else reader.accept_keyword("ASC");
    if (!reader.accept_keyword("NULLS")) return order;
    if (reader.accept_keyword("LAST")) order.nulls_last = true;
    else if (reader.accept_keyword("FIRST")) order.nulls_last = false;
    else throw reader.unexpected("FIRST or LAST", {"FIRST", "LAST"});
    return order;
}

/// GROUP BY a, b or GROUP BY ROLLUP(a, b).
void read_groups(SoqlReader& reader, Select& select) {
    bool in_parentheses = reader.peek(1).kind == Token::Kind::Symbol && reader.peek(1).text == "(";
    if (in_parentheses && reader.accept_keyword("ROLLUP")) select.subtotals = Select::Subtotals::RollUp;
    else if (in_parentheses && reader.accept_keyword("CUBE")) select.subtotals = Select::Subtotals::Cube;
    bool subtotals = select.subtotals != Select::Subtotals::None;
    if (subtotals) reader.expect_symbol("(");
    do select.group_by.push_back(read_term(reader));
    while (reader.accept_symbol(","));
    if (subtotals) reader.expect_symbol(")");
}

std::int64_t read_count(SoqlReader& reader, std::string_view clause) {
    const Token& token = reader.peek();
    std::int64_t count = 0;
    auto [end, error] = std::from_chars(token.text.data(), token.text.data() + token.text.size(), count);
    bool whole = token.kind == Token::Kind::Number && error == std::errc{} && end == token.text.data() + token.text.size();
    if (!whole || count < 0) throw reader.unexpected(fmt::format("a whole number after {}", clause));
    reader.take();
    return count;
}

void read_from(SoqlReader& reader, Select& select) {
    if (!reader.at_keyword("FROM")) throw reader.unexpected("\",\" or FROM", {"FROM"});
    reader.take();
    const Token& object = reader.expect_name("the name of an object after FROM");
    select.object = object.text;
    select.position = object.position;
    reader.accept_keyword("AS");
    bool alias = reader.peek().kind == Token::Kind::Name && !at_clause(reader);
    if (!alias) return;
    // A word that nearly is a clause, with more behind it, is a mistake rather than an alias.
    std::string word = text::lower(reader.peek().text);
    constexpr std::string_view near_clauses[] = {"where", "group", "having", "order", "limit", "offset"};
    bool more_follows = reader.peek(1).kind == Token::Kind::Name || reader.peek(1).kind == Token::Kind::Number;
    if (more_follows && word.size() > 3 && !text::nearest(word, near_clauses).empty())
        throw reader.unexpected("WHERE, GROUP BY, ORDER BY, LIMIT or the end", {"WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET"});
    select.alias = reader.take().text;
}

void read_clauses(SoqlReader& reader, Select& select, int depth) {
    if (reader.accept_keyword("WHERE")) select.where = read_condition(reader, depth);
    // Rights always hold here, so that these two words of other programs change nothing.
    if (reader.accept_keyword("WITH") && !reader.accept_keyword("SECURITY_ENFORCED") && !reader.accept_keyword("USER_MODE"))
        throw reader.unexpected("SECURITY_ENFORCED or USER_MODE", {"SECURITY_ENFORCED", "USER_MODE"});
    if (reader.accept_keywords("GROUP", "BY")) read_groups(reader, select);
    if (reader.accept_keyword("HAVING")) select.having = read_condition(reader, depth);
    if (reader.accept_keywords("ORDER", "BY")) {
        do select.order_by.push_back(read_order(reader));
        while (reader.accept_symbol(","));
    }
    if (reader.accept_keyword("LIMIT")) select.limit = read_count(reader, "LIMIT");
    if (reader.accept_keyword("OFFSET")) select.offset = read_count(reader, "OFFSET");
}

/// What may still come after the clauses that were read, for the message.
std::string expected_after(const Select& select, int depth) {
    std::string out;
    if (!select.offset && !select.limit && select.order_by.empty())
        out = select.where ? "AND, OR, ORDER BY, LIMIT or " : "WHERE, ORDER BY, LIMIT or ";
    return out + (depth > 0 ? "\")\"" : "the end of the query");
}

}  // namespace

Select read_select(SoqlReader& reader, int depth) {
    if (depth > max_soql_depth) throw soql_failure(reader.peek().position, "the query is nested too deeply; split it in two.");
    reader.expect_keyword("SELECT");
    Select select;
    do read_selected(reader, select, depth);
    while (reader.accept_symbol(","));
    read_from(reader, select);
    read_clauses(reader, select, depth);
    bool ended = depth > 0 ? reader.at_symbol(")") : reader.at_end();
    if (!ended)
        throw reader.unexpected(expected_after(select, depth), {"WHERE", "AND", "OR", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET"});
    return select;
}

Select parse_soql(std::string_view text) {
    SoqlReader reader(text);
    return read_select(reader, 0);
}

}  // namespace rapport::query

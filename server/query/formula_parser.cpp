#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "query/formula_syntax.h"
#include "query/soql_lexer.h"

namespace rapport::query {
namespace {

using Kind = FormulaSyntax::Kind;

constexpr int max_formula_depth = 60;
constexpr int max_formula_operators = 200;  // in one chain

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

/// Operators from the loosest to the tightest; those of one row go from left to right.
constexpr std::array<std::array<std::string_view, 8>, 5> levels{{
    {"||"},
    {"&&"},
    {"<>", "<=", ">=", "!=", "==", "=", "<", ">"},
    {"+", "-", "&"},
    {"*", "/"},
}};

class FormulaParser {
public:
    explicit FormulaParser(std::string_view text) : text_(text) {}

    FormulaSyntax run() {
        FormulaSyntax out = read_level(0, 0);
        skip_space();
        if (at_ != text_.size()) throw unexpected("an operator or the end");
        return out;
    }

private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    std::string_view rest() const { return text_.substr(at_); }

    void advance(std::size_t bytes) {
        for (; bytes > 0 && at_ < text_.size(); --bytes, ++at_) {
            if (text_[at_] == '\n') position_ = {position_.line + 1, 1};
            else if ((text_[at_] & 0xc0) != 0x80) ++position_.column;
        }
    }

    void skip_space() {
        while (true) {
            while (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r') advance(1);
            if (!rest().starts_with("/*")) return;
            std::size_t end = rest().find("*/");
            if (end == std::string_view::npos) throw formula_failure(position_, "this comment has no end: close it with */.");
            advance(end + 2);
        }
    }

    Failure unexpected(std::string_view expected) {
        skip_space();
        if (at_ == text_.size()) return formula_failure(position_, fmt::format("expected {}, but the formula ends here.", expected));
        std::size_t size = 1;
        bool is_name = is_name_start(peek());
        while (is_name && is_name_part(peek(size))) ++size;
        while ((peek(size) & 0xc0) == 0x80) ++size;
        return formula_failure(position_, fmt::format("expected {}, but found \"{}\".", expected, rest().substr(0, size)));
    }

    bool accept(std::string_view sign) {
        skip_space();
        if (!rest().starts_with(sign)) return false;
        advance(sign.size());
        return true;
    }

    void expect(std::string_view sign) {
        if (!accept(sign)) throw unexpected(fmt::format("\"{}\"", sign));
    }

    std::string_view operator_of(std::size_t level) {
        skip_space();
        if (rest().starts_with("&&") && level != 1) return {};
        for (std::string_view sign : levels[level])
            if (!sign.empty() && rest().starts_with(sign)) return sign;
        return {};
    }

    FormulaSyntax read_level(std::size_t level, int depth) {
        if (level == levels.size()) return read_unary(depth);
        FormulaSyntax left = read_level(level + 1, depth);
        int count = 0;
        for (std::string_view sign = operator_of(level); !sign.empty(); sign = operator_of(level)) {
            if (++count > max_formula_operators) throw formula_failure(position_, "this chain of operators is too long.");
            FormulaSyntax joined;
            joined.kind = Kind::Operator;
            joined.text = sign;
            joined.position = position_;
            advance(sign.size());
            joined.parts.push_back(std::move(left));
            joined.parts.push_back(read_level(level + 1, depth));
            left = std::move(joined);
        }
        return left;
    }

    FormulaSyntax read_unary(int depth) {
        if (depth > max_formula_depth) throw formula_failure(position_, "the formula is nested too deeply.");
        skip_space();
        bool negates = peek() == '!' && peek(1) != '=';
        if (!negates && peek() != '-' && peek() != '+') return read_primary(depth);
        FormulaSyntax out;
        out.kind = Kind::Operator;
        out.text = peek();
        out.position = position_;
        advance(1);
        out.parts.push_back(read_unary(depth + 1));
        return out;
    }

    FormulaSyntax read_primary(int depth) {
        FormulaSyntax out;
        out.position = position_;
        if (accept("(")) {
            out = read_level(0, depth + 1);
            expect(")");
            return out;
        }
        if (is_digit(peek()) || (peek() == '.' && is_digit(peek(1)))) return read_number();
        if (peek() == '"' || peek() == '\'') return read_text();
        if (!is_name_start(peek())) throw unexpected("a value, a field or a function");
        do out.names.emplace_back(read_name());
        while (accept("."));
        if (out.names.size() == 1 && accept("(")) return read_call(std::move(out), depth);
        std::string word = text::lower(out.names.front());
        bool is_word = out.names.size() == 1 && (word == "true" || word == "false" || word == "null");
        out.kind = is_word ? Kind::Word : Kind::Path;
        if (is_word) out.text = word;
        return out;
    }

    std::string_view read_name() {
        skip_space();
        if (!is_name_start(peek())) throw unexpected("a name");
        std::size_t size = 1;
        while (is_name_part(peek(size))) ++size;
        std::string_view name = rest().substr(0, size);
        advance(size);
        return name;
    }

    FormulaSyntax read_number() {
        FormulaSyntax out;
        out.position = position_;
        std::size_t size = 0;
        bool point = false;
        for (; is_digit(peek(size)) || (peek(size) == '.' && !point); ++size) point = point || peek(size) == '.';
        out.text = rest().substr(0, size);
        advance(size);
        return out;
    }

    FormulaSyntax read_text() {
        FormulaSyntax out;
        out.kind = Kind::Text;
        out.position = position_;
        char quote = peek();
        std::size_t size = 1;
        while (at_ + size < text_.size() && peek(size) != quote) size += peek(size) == '\\' ? 2 : 1;
        if (at_ + size >= text_.size()) throw formula_failure(position_, fmt::format("this text has no end: close it with {}.", quote));
        for (std::size_t i = 1; i < size; ++i) {
            bool escaped = peek(i) == '\\';
            if (escaped) ++i;
            out.text += escaped && peek(i) == 'n' ? '\n' : peek(i);
        }
        advance(size + 1);
        return out;
    }

    FormulaSyntax read_call(FormulaSyntax call, int depth) {
        call.kind = Kind::Call;
        call.text = call.names.front();
        for (char& c : call.text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        call.names.clear();
        if (accept(")")) return call;
        do call.parts.push_back(read_level(0, depth + 1));
        while (accept(","));
        expect(")");
        return call;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Position position_{1, 1};
};

}  // namespace

Failure formula_failure(Position position, const std::string& message) {
    return Failure(FailureKind::Invalid, "invalid_formula", place(position) + message);
}

FormulaSyntax parse_formula(std::string_view text) {
    if (text.size() > max_formula_length)
        throw formula_failure({1, 1}, fmt::format("the formula is longer than {} characters; split it into several fields.", max_formula_length));
    if (!text::is_valid_utf8(text) || text.find('\0') != std::string_view::npos) throw formula_failure({1, 1}, "the formula is not valid UTF-8 text.");
    return FormulaParser(text).run();
}

}  // namespace rapport::query

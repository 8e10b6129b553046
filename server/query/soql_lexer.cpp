#include "query/soql_lexer.h"

#include <fmt/format.h>

#include "base/text.h"

namespace rapport::query {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        std::vector<Token> tokens;
        do tokens.push_back(next());
        while (tokens.back().kind != Token::Kind::End);
        return tokens;
    }

private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

    /// Moves on by bytes; a column is one character, however many bytes it has.
    void advance(std::size_t bytes) {
        for (; bytes > 0 && at_ < text_.size(); --bytes, ++at_) {
            if (text_[at_] == '\n') position_ = {position_.line + 1, 1};
            else if ((text_[at_] & 0xc0) != 0x80) ++position_.column;
        }
    }

    Token take(Token::Kind kind, std::size_t bytes) {
        Token token{kind, text_.substr(at_, bytes), position_};
        advance(bytes);
        return token;
    }

    Token next() {
        while (is_space(peek())) advance(1);
        if (at_ == text_.size()) return take(Token::Kind::End, 0);
        if (is_name_start(peek())) return name();
        bool is_signed = (peek() == '-' || peek() == '+') && (is_digit(peek(1)) || (peek(1) == '.' && is_digit(peek(2))));
        if (is_signed || is_digit(peek()) || (peek() == '.' && is_digit(peek(1)))) return number();
        if (peek() == '\'') return string();
        for (std::string_view symbol : {"!=", "<>", "<=", ">=", "=", "<", ">", "(", ")", ",", ".", ":"})
            if (text_.substr(at_).starts_with(symbol)) return take(Token::Kind::Symbol, symbol.size());
        std::size_t size = 1;
        while ((peek(size) & 0xc0) == 0x80) ++size;
        throw soql_failure(position_, fmt::format("\"{}\" has no meaning here.", text_.substr(at_, size)));
    }

    Token name() {
        std::size_t size = 1;
        while (is_name_part(peek(size))) ++size;
        return take(Token::Kind::Name, size);
    }

    /// Four digits and a hyphen begin a date; anything with a T after the day is a moment.
    bool is_date() const {
        for (std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
            if (!is_digit(peek(i))) return false;
        return peek(4) == '-' && peek(7) == '-';
    }

    Token number() {
        if (is_date()) {
            std::size_t size = 10;
            if (peek(size) != 'T' && peek(size) != 't') return take(Token::Kind::Date, size);
            while (is_name_part(peek(size)) || peek(size) == ':' || peek(size) == '.' || peek(size) == '+' || peek(size) == '-') ++size;
            return take(Token::Kind::DateTime, size);
        }
        std::size_t size = 1;
        auto digits = [&] {
            while (is_digit(peek(size))) ++size;
        };
        digits();
        if (peek(size) == '.' && text_[at_] != '.') {
            ++size;
            digits();
        }
        if (peek(size) == 'e' || peek(size) == 'E') {
            std::size_t sign = peek(size + 1) == '-' || peek(size + 1) == '+' ? 1 : 0;
            if (is_digit(peek(size + 1 + sign))) {
                size += 2 + sign;
                digits();
            }
        }
        return take(Token::Kind::Number, size);
    }

    Token string() {
        Position begin = position_;
        std::size_t size = 1;
        while (at_ + size < text_.size() && peek(size) != '\'') size += peek(size) == '\\' ? 2 : 1;
        if (at_ + size >= text_.size()) throw soql_failure(begin, "this string has no end: close it with '.");
        Token token = take(Token::Kind::String, size + 1);
        token.text = token.text.substr(1, size - 1);
        return token;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Position position_{1, 1};
};

int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The four digits at `at`, or -1.
int code_unit(std::string_view text, std::size_t at) {
    if (at + 4 > text.size()) return -1;
    int unit = 0;
    for (char c : text.substr(at, 4)) {
        int digit = hex_digit(c);
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

void append_utf8(std::string& out, int code) {
    auto put = [&](int byte) { out += static_cast<char>(byte); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xc0 | (code >> 6));
    } else {
        if (code < 0x10000) {
            put(0xe0 | (code >> 12));
        } else {
            put(0xf0 | (code >> 18));
            put(0x80 | ((code >> 12) & 0x3f));
        }
        put(0x80 | ((code >> 6) & 0x3f));
    }
    put(0x80 | (code & 0x3f));
}

/// Reads \uXXXX, or two of them that make one character; answers how many characters of the text it took, 0 when it is none.
std::size_t append_unicode_escape(std::string& out, std::string_view text, std::size_t digits_at) {
    int unit = code_unit(text, digits_at);
    if (unit <= 0 || (unit >= 0xdc00 && unit < 0xe000)) return 0;
    if (unit < 0xd800 || unit >= 0xe000) {
        append_utf8(out, unit);
        return 4;
    }
    int low = text.substr(digits_at + 4).starts_with("\\u") ? code_unit(text, digits_at + 6) : -1;
    if (low < 0xdc00 || low >= 0xe000) return 0;
    append_utf8(out, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
    return 10;
}

}  // namespace

std::string place(Position position) { return fmt::format("Line {}, column {}: ", position.line, position.column); }

Failure soql_failure(Position position, const std::string& message) {
    return Failure(FailureKind::Invalid, "soql_syntax", place(position) + message);
}

std::vector<Token> tokenize(std::string_view text) {
    if (text.size() > max_soql_length)
        throw soql_failure({1, 1}, fmt::format("the query is longer than {} characters; shorten its lists.", max_soql_length));
    if (!text::is_valid_utf8(text)) throw soql_failure({1, 1}, "the query is not valid UTF-8.");
    return Lexer(text).run();
}

std::string characters_of(const Token& string, StringMeaning meaning) {
    std::string out;
    std::string_view text = string.text;
    constexpr std::string_view letters = "nrtbf'\"";
    constexpr std::string_view characters = "\n\r\t\b\f'\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        char letter = text[++i];
        if (std::size_t known = letters.find(letter); known != std::string_view::npos) {
            out += characters[known];
        } else if (letter == '\\' || letter == '%' || letter == '_') {
            if (meaning == StringMeaning::Pattern) out += '\\';
            out += letter;
        } else if (std::size_t taken = letter == 'u' || letter == 'U' ? append_unicode_escape(out, text, i + 1) : 0) {
            i += taken;
        } else {
            throw soql_failure(string.position, fmt::format("this string has an unknown escape, \\{}; write a backslash as \\\\.", letter));
        }
    }
    return out;
}

}  // namespace rapport::query

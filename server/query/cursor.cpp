#include "query/cursor.h"

#include <bit>
#include <cstring>

namespace rapport::query {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// FNV-1a: guards against accidents. Rights do not depend on it, since a cursor only says where to go on.
class Hash {
public:
    explicit Hash(std::uint64_t seed = 0xcbf29ce484222325) : state_(seed) {}
    void bytes(std::string_view text) {
        for (unsigned char c : text) state_ = (state_ ^ c) * 0x100000001b3;
    }
    void text(std::string_view text) {
        number(static_cast<std::int64_t>(text.size()));
        bytes(text);
    }
    void number(std::int64_t number) { bytes({reinterpret_cast<const char*>(&number), sizeof number}); }
    std::uint64_t value() const { return state_; }

private:
    std::uint64_t state_;
};

std::string to_base64url(std::string_view bytes) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (unsigned char byte : bytes) {
        bits = bits << 8 | byte;
        for (count += 8; count >= 6; count -= 6) out += alphabet[bits >> (count - 6) & 63];
    }
    if (count > 0) out += alphabet[bits << (6 - count) & 63];
    return out;
}

/// Nothing when a character is foreign.
std::optional<std::string> from_base64url(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (char c : text) {
        std::size_t digit = alphabet.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count & 255);
    }
    return out;
}

void put_number(std::string& out, std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>(number >> shift & 255);
}

/// Reads what put_number and put_value wrote; `broken` once the bytes end too early.
struct Reader {
    std::string_view bytes;
    bool broken = false;

    std::string_view take(std::size_t count) {
        if (count > bytes.size()) {
            broken = true;
            return {};
        }
        std::string_view taken = bytes.substr(0, count);
        bytes.remove_prefix(count);
        return taken;
    }
    std::uint64_t number() {
        std::string_view taken = take(8);
        std::uint64_t out = 0;
        for (std::size_t i = 0; i < taken.size(); ++i) out |= std::uint64_t{static_cast<unsigned char>(taken[i])} << (8 * i);
        return out;
    }
    std::int64_t integer() { return static_cast<std::int64_t>(number()); }
    Value value() {
        std::string_view kind = take(1);
        if (kind == "i") return integer();
        if (kind == "r") return std::bit_cast<double>(number());
        if (kind == "t") return take(number());
        if (kind != "n") broken = true;
        return {};
    }
};

void put_value(std::string& out, const Value& value) {
    if (value.is_null()) {
        out += 'n';
    } else if (value.is_integer()) {
        out += 'i';
        put_number(out, static_cast<std::uint64_t>(value.integer()));
    } else if (value.is_real()) {
        out += 'r';
        put_number(out, std::bit_cast<std::uint64_t>(value.real()));
    } else {
        out += 't';
        put_number(out, value.text().size());
        out += value.text();
    }
}

std::uint64_t seal(std::string_view content, std::uint64_t fingerprint) {
    Hash hash(fingerprint);
    hash.bytes(content);
    return hash.value();
}

void add(Hash& hash, const Term& term) {
    hash.text(term.function);
    for (const std::string& name : term.path.names) hash.text(name);
    hash.number(-1);
}

void add(Hash& hash, const Condition& condition);

void add(Hash& hash, const Select& select) {
    hash.text(select.object);
    if (select.where) add(hash, *select.where);
    for (const Term& term : select.group_by) add(hash, term);
    hash.number(-2 - static_cast<std::int64_t>(select.subtotals));
    // What is asked for decides the groups of a query, but not the records of one.
    if (!select.group_by.empty())
        for (const Term& term : select.fields) add(hash, term);
    if (select.having) add(hash, *select.having);
    for (const Order& order : select.order_by) {
        add(hash, order.term);
        hash.number(order.descending ? 1 : 0);
        hash.number(order.nulls_last ? *order.nulls_last : 2);
    }
}

void add(Hash& hash, const Condition& condition) {
    hash.number(static_cast<std::int64_t>(condition.kind));
    hash.number(static_cast<std::int64_t>(condition.comparison));
    add(hash, condition.term);
    for (const Literal& literal : condition.values) {
        hash.number(static_cast<std::int64_t>(literal.kind));
        hash.text(literal.text);
    }
    if (condition.select) {
        for (const Term& term : condition.select->fields) add(hash, term);
        add(hash, *condition.select);
    }
    hash.number(static_cast<std::int64_t>(condition.parts.size()));
    for (const Condition& part : condition.parts) add(hash, part);
}

}  // namespace

std::string write_cursor(const CursorPosition& position, std::uint64_t fingerprint) {
    std::string content;
    put_number(content, static_cast<std::uint64_t>(position.remaining.value_or(-1)));
    put_number(content, static_cast<std::uint64_t>(position.offset));
    for (const Value& value : position.values) put_value(content, value);
    std::string out;
    put_number(out, seal(content, fingerprint));
    return to_base64url(out + content);
}

CursorPosition read_cursor(std::string_view text, std::uint64_t fingerprint) {
    auto bytes = from_base64url(text);
    Reader reader{bytes ? std::string_view(*bytes) : std::string_view()};
    std::uint64_t sealed = reader.number();
    bool genuine = !reader.broken && sealed == seal(reader.bytes, fingerprint);
    CursorPosition out;
    if (genuine) {
        std::int64_t remaining = reader.integer();
        if (remaining >= 0) out.remaining = remaining;
        out.offset = reader.integer();
        while (!reader.broken && !reader.bytes.empty()) out.values.push_back(reader.value());
    }
    if (!genuine || reader.broken || out.offset < 0)
        throw invalid_cursor();
    return out;
}

Failure invalid_cursor() {
    return Failure(FailureKind::Invalid, "invalid_cursor",
                   "This cursor is damaged, or belongs to another query: begin again without one, and change nothing between pages.");
}

std::uint64_t fingerprint_of(const Select& select) {
    Hash hash;
    add(hash, select);
    return hash.value();
}

}  // namespace rapport::query

#include "base/decimal.h"

#include <array>
#include <limits>

#include "base/text.h"

namespace rapport::decimal {
namespace {

__extension__ using Wide = __int128;  // GCC and Clang have it on every 64-bit machine

constexpr std::array<std::int64_t, 19> powers = [] {
    std::array<std::int64_t, 19> out{};
    std::int64_t power = 1;
    for (auto& entry : out) {
        entry = power;
        if (power < std::numeric_limits<std::int64_t>::max() / 10) power *= 10;
    }
    return out;
}();

bool fits(Wide value) {
    return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

/// The range is the same on both sides of zero, so that a sign can always be turned.
std::optional<std::int64_t> within_range(Wide value) {
    constexpr Wide greatest = std::numeric_limits<std::int64_t>::max();
    return value >= -greatest && value <= greatest ? std::optional(static_cast<std::int64_t>(value)) : std::nullopt;
}

Wide divide_half_away(Wide value, Wide divisor) {
    if (divisor < 0) return divide_half_away(-value, -divisor);
    Wide quotient = value / divisor;
    Wide rest = value % divisor;
    if (rest < 0) rest = -rest;
    if (rest * 2 >= divisor) quotient += value < 0 ? -1 : 1;
    return quotient;
}

struct Digits {
    Wide mantissa = 0;
    int exponent = 0;  // value = mantissa * 10^exponent
    bool negative = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Result<Digits> read(std::string_view text) {
    auto refuse = [&] { return problem("invalid_number", text::quoted(text) + " is not a number."); };
    auto too_big = [&] { return problem("out_of_range", text::quoted(text) + " is beyond the range of numbers here."); };
    constexpr Wide mantissa_limit = Wide(1) << 120;
    Digits out;
    std::size_t i = 0;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) out.negative = text[i++] == '-';
    bool any = false;
    bool point = false;
    for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !point)); ++i) {
        if (text[i] == '.') {
            point = true;
            continue;
        }
        any = true;
        out.mantissa = out.mantissa * 10 + (text[i] - '0');
        if (point) --out.exponent;
        if (out.mantissa > mantissa_limit) return too_big();
    }
    if (!any) return refuse();
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        bool negative = false;
        if (i < text.size() && (text[i] == '-' || text[i] == '+')) negative = text[i++] == '-';
        if (i == text.size()) return refuse();
        int exponent = 0;
        for (; i < text.size() && is_digit(text[i]); ++i) {
            if (exponent > 1000) return too_big();
            exponent = exponent * 10 + (text[i] - '0');
        }
        out.exponent += negative ? -exponent : exponent;
    }
    if (i != text.size()) return refuse();
    return out;
}

}  // namespace

std::int64_t power_of_ten(int scale) {
    ensure(scale >= 0 && scale < static_cast<int>(powers.size()), "a power of ten that fits 64 bits");
    return powers[static_cast<std::size_t>(scale)];
}

Result<std::int64_t> parse(std::string_view text, int scale, Rounding rounding) {
    auto read_digits = read(text);
    if (!read_digits) return tl::unexpected(read_digits.error());
    Digits digits = *read_digits;
    auto too_big = [&] { return problem("out_of_range", text::quoted(text) + " is beyond the range of this field."); };

    int shift = digits.exponent + scale;
    Wide units = digits.mantissa;
    for (; shift > 0 && units != 0; --shift) {
        units *= 10;
        if (!fits(units)) return too_big();
    }
    if (shift < 0) {
        // Forty digits are more than the mantissa can hold, so everything beyond rounds to nothing.
        Wide divisor = 1;
        bool vanishes = shift < -37;
        for (int i = 0; i < -shift && !vanishes; ++i) divisor *= 10;
        Wide rest = vanishes ? units : units % divisor;
        if (rest != 0 && rounding == Rounding::Refuse)
            return problem("too_precise", text::quoted(text) + " has more than " + std::to_string(scale) + " digits after the point.");
        units = vanishes ? 0 : divide_half_away(units, divisor);
    }
    if (digits.negative) units = -units;
    if (!fits(units)) return too_big();
    return static_cast<std::int64_t>(units);
}

void append(std::string& out, std::int64_t units, int scale) {
    std::uint64_t magnitude = units < 0 ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
    if (units < 0) out += '-';
    auto unit = static_cast<std::uint64_t>(power_of_ten(scale));
    out += std::to_string(magnitude / unit);
    std::uint64_t fraction = magnitude % unit;
    if (fraction == 0) return;
    std::string digits = std::to_string(fraction);
    digits.insert(0, static_cast<std::size_t>(scale) - digits.size(), '0');
    while (digits.back() == '0') digits.pop_back();
    out += '.';
    out += digits;
}

std::string format(std::int64_t units, int scale) {
    std::string out;
    append(out, units, scale);
    return out;
}

std::int64_t multiply_divide(std::int64_t value, std::int64_t multiplier, std::int64_t divisor) {
    ensure(divisor != 0, "a divisor that is not zero");
    Wide result = divide_half_away(Wide(value) * multiplier, divisor);
    if (!fits(result)) throw Failure(FailureKind::Invalid, "out_of_range", "The result is beyond the range of numbers here.");
    return static_cast<std::int64_t>(result);
}

std::optional<std::int64_t> scaled(std::int64_t value, std::int64_t multiplier, std::int64_t divisor) {
    if (divisor == 0) return std::nullopt;
    return within_range(divide_half_away(Wide(value) * multiplier, divisor));
}

std::optional<std::int64_t> sum(std::int64_t a, std::int64_t b) { return within_range(Wide(a) + b); }
std::optional<std::int64_t> difference(std::int64_t a, std::int64_t b) { return within_range(Wide(a) - b); }

std::int64_t rescale(std::int64_t units, int from_scale, int to_scale) {
    if (to_scale >= from_scale) return multiply_divide(units, power_of_ten(to_scale - from_scale), 1);
    return multiply_divide(units, 1, power_of_ten(from_scale - to_scale));
}

}  // namespace rapport::decimal

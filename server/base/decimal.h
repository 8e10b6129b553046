#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rapport {

/// Exact decimals are 64-bit integers in units of 10^-scale; the scale belongs to the field. No binary floating point.
namespace decimal {

constexpr int max_scale = 9;

enum class Rounding {
    Refuse,    // more digits than the scale holds are a problem
    HalfAway,  // 0.5 goes away from zero, as accountants round
};

/// Reads "1234.5", "-0.05", "1e3". Problems: "invalid_number", "out_of_range", "too_precise".
Result<std::int64_t> parse(std::string_view text, int scale, Rounding rounding = Rounding::Refuse);

/// 123450 at scale 2 is "1234.5": no zeros at the end, at least one digit before the point.
void append(std::string& out, std::int64_t units, int scale);
std::string format(std::int64_t units, int scale);

/// 10^scale.
std::int64_t power_of_ten(int scale);

/// value * multiplier / divisor, exact inside, rounded half away from zero. Throws Failure(Invalid, "out_of_range").
std::int64_t multiply_divide(std::int64_t value, std::int64_t multiplier, std::int64_t divisor);

/// The same for what people compute: nothing when the divisor is 0 or the result is beyond ±(2^63 - 1); likewise sums.
std::optional<std::int64_t> scaled(std::int64_t value, std::int64_t multiplier, std::int64_t divisor);
std::optional<std::int64_t> sum(std::int64_t a, std::int64_t b);
std::optional<std::int64_t> difference(std::int64_t a, std::int64_t b);

/// The same amount at another scale, rounded half away from zero. Throws Failure(Invalid, "out_of_range").
std::int64_t rescale(std::int64_t units, int from_scale, int to_scale);

}  // namespace decimal
}  // namespace rapport

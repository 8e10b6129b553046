#include "http/byte_range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace rapport::http {
namespace {

std::optional<std::uint64_t> number(std::string_view digits) {
    std::uint64_t value = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

}  // namespace

ByteRange read_range(std::string_view header, std::uint64_t size) {
    const ByteRange whole{ByteRange::Kind::Whole, 0, size};
    constexpr std::string_view unit = "bytes=";
    auto dash = header.find('-');
    if (!header.starts_with(unit) || dash == std::string_view::npos) return whole;
    std::string_view before = header.substr(unit.size(), dash - unit.size());
    std::string_view after = header.substr(dash + 1);
    auto first = number(before);
    auto last = number(after);
    bool is_malformed = (!first && !before.empty()) || (!last && !after.empty()) || (!first && !last) || (first && last && *last < *first);
    if (is_malformed) return whole;
    const std::uint64_t begin = first ? *first : size - std::min(*last, size);
    const std::uint64_t end = first && last ? std::min(*last, size - 1) + 1 : size;
    if (begin >= size) return {ByteRange::Kind::OutOfReach, 0, 0};
    return {ByteRange::Kind::Part, begin, end - begin};
}

}  // namespace rapport::http

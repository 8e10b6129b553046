#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rapport {

/// Names one record of any object: the upper 16 bits are the object's number, the rest its sequence.
///
/// Outside it is 18 characters: three for the object's number, twelve for the sequence, both in base 62, and three
/// that make it safe where upper and lower case are not told apart (the shape that Salesforce clients know).
class RecordId {
public:
    static constexpr int sequence_bits = 48;
    static constexpr std::int64_t max_object_number = 0x7fff;
    static constexpr std::int64_t last_sequence = (std::int64_t{1} << sequence_bits) - 1;

    RecordId() = default;
    explicit RecordId(std::int64_t number) : number_(number) {}
    static RecordId of(std::int64_t object_number, std::int64_t sequence) {
        return RecordId((object_number << sequence_bits) | sequence);
    }

    /// Reads 18 characters, or the first 15 of them. Problem: "invalid_id".
    static Result<RecordId> parse(std::string_view text);

    std::int64_t number() const { return number_; }
    std::int64_t object_number() const { return number_ >> sequence_bits; }
    std::int64_t sequence() const { return number_ & last_sequence; }

    std::string text() const;
    /// Writes exactly 18 characters to `out`.
    void write(char* out) const;
    /// The three characters that name an object.
    static std::string prefix(std::int64_t object_number);

    explicit operator bool() const { return number_ != 0; }
    friend auto operator<=>(RecordId, RecordId) = default;

private:
    std::int64_t number_ = 0;
};

}  // namespace rapport

template <>
struct std::hash<rapport::RecordId> {
    std::size_t operator()(rapport::RecordId id) const { return std::hash<std::int64_t>{}(id.number()); }
};

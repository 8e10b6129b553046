#include "base/record_id.h"

#include <array>

#include "base/text.h"

namespace rapport {
namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view checksum_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
constexpr int prefix_length = 3;
constexpr int body_length = 15;
constexpr int full_length = 18;

constexpr std::array<std::int8_t, 256> digit_values = [] {
    std::array<std::int8_t, 256> values{};
    for (auto& value : values) value = -1;
    for (std::size_t i = 0; i < digits.size(); ++i) values[static_cast<unsigned char>(digits[i])] = static_cast<std::int8_t>(i);
    return values;
}();

void write_digits(std::uint64_t number, char* out, int count) {
    for (int i = count - 1; i >= 0; --i) {
        out[i] = digits[number % digits.size()];
        number /= digits.size();
    }
}

/// One character for each five: a bit for every upper-case letter.
void write_checksum(const char* body, char* out) {
    for (int block = 0; block < 3; ++block) {
        unsigned bits = 0;
        for (int i = 0; i < 5; ++i) {
            char c = body[block * 5 + i];
            if (c >= 'A' && c <= 'Z') bits |= 1u << i;
        }
        out[block] = checksum_digits[bits];
    }
}

bool read_digits(std::string_view text, std::uint64_t& number) {
    number = 0;
    for (char c : text) {
        int value = digit_values[static_cast<unsigned char>(c)];
        if (value < 0) return false;
        if (__builtin_mul_overflow(number, digits.size(), &number)) return false;
        if (__builtin_add_overflow(number, static_cast<std::uint64_t>(value), &number)) return false;
    }
    return true;
}

}  // namespace

void RecordId::write(char* out) const {
    write_digits(static_cast<std::uint64_t>(object_number()), out, prefix_length);
    write_digits(static_cast<std::uint64_t>(sequence()), out + prefix_length, body_length - prefix_length);
    write_checksum(out, out + body_length);
}

std::string RecordId::text() const {
    std::string out(full_length, '0');
    write(out.data());
    return out;
}

std::string RecordId::prefix(std::int64_t object_number) {
    std::string out(prefix_length, '0');
    write_digits(static_cast<std::uint64_t>(object_number), out.data(), prefix_length);
    return out;
}

Result<RecordId> RecordId::parse(std::string_view text) {
    auto refuse = [&] {
        return problem("invalid_id", text::quoted(text) + " is not a record id: an id has 18 letters and digits.");
    };
    if (text.size() != full_length && text.size() != body_length) return refuse();
    std::uint64_t object_number = 0;
    std::uint64_t sequence = 0;
    if (!read_digits(text.substr(0, prefix_length), object_number)) return refuse();
    if (!read_digits(text.substr(prefix_length, body_length - prefix_length), sequence)) return refuse();
    if (object_number == 0 || object_number > static_cast<std::uint64_t>(max_object_number)) return refuse();
    if (sequence == 0 || sequence >> sequence_bits != 0) return refuse();
    if (text.size() == full_length) {
        char checksum[3];
        write_checksum(text.data(), checksum);
        if (text.substr(body_length) != std::string_view(checksum, 3)) return refuse();
    }
    return RecordId::of(static_cast<std::int64_t>(object_number), static_cast<std::int64_t>(sequence));
}

}  // namespace rapport

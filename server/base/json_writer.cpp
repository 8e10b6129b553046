#include "base/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace rapport {
namespace {

/// For each byte: 0 is written as it is, otherwise the letter after the backslash ('u' for a hexadecimal escape).
constexpr std::array<char, 256> escapes = [] {
    std::array<char, 256> table{};
    for (std::size_t i = 0; i < 0x20; ++i) table[i] = 'u';
    table['\b'] = 'b';
    table['\t'] = 't';
    table['\n'] = 'n';
    table['\f'] = 'f';
    table['\r'] = 'r';
    table['"'] = '"';
    table['\\'] = '\\';
    return table;
}();

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto byte = static_cast<unsigned char>(text[i]);
        char escape = escapes[byte];
        if (!escape) continue;
        out.append(text.substr(written, i - written));
        written = i + 1;
        out += '\\';
        out += escape;
        if (escape != 'u') continue;
        constexpr std::string_view digits = "0123456789abcdef";
        out += "00";
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    out.append(text.substr(written));
    out += '"';
}

std::string& JsonWriter::begin_value() {
    if (comma_) out_ += ',';
    comma_ = true;
    return out_;
}

JsonWriter& JsonWriter::begin_object() {
    begin_value() += '{';
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    out_ += '}';
    comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    begin_value() += '[';
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    out_ += ']';
    comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    append_json_string(begin_value(), name);
    out_ += ':';
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::quoted_key(std::string_view quoted) {
    begin_value().append(quoted) += ':';
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::null() { return raw("null"); }
JsonWriter& JsonWriter::boolean(bool value) { return raw(value ? "true" : "false"); }

JsonWriter& JsonWriter::integer(std::int64_t value) {
    char digits[24];
    auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    begin_value().append(digits, end);
    return *this;
}

JsonWriter& JsonWriter::real(double value) {
    if (!std::isfinite(value)) return null();
    char digits[32];
    auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    begin_value().append(digits, end);
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
    append_json_string(begin_value(), value);
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    begin_value().append(json);
    return *this;
}

JsonWriter& JsonWriter::json(const Json& value) {
    if (value.is_null()) return null();
    if (value.is_bool()) return boolean(value.boolean());
    if (value.is_number()) return raw(value.digits());
    if (value.is_string()) return string(value.string());
    if (value.is_array()) {
        begin_array();
        for (const Json& item : value.array()) json(item);
        return end_array();
    }
    begin_object();
    for (const auto& [name, member] : value.members()) key(name).json(member);
    return end_object();
}

}  // namespace rapport

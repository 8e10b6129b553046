#include "http/headers.h"

#include <algorithm>

namespace rapport::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

void append_harmless(std::string& out, std::string_view text) {
    for (char c : text) out += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
}

}  // namespace

bool equal_in_any_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

void Headers::add(std::string_view name, std::string_view value) {
    if (text_.empty()) text_.reserve(256);
    append_harmless(text_, name);
    text_ += ": ";
    append_harmless(text_, value);
    text_ += "\r\n";
}

void Headers::set(std::string_view name, std::string_view value) {
    remove(name);
    add(name, value);
}

void Headers::remove(std::string_view name) {
    if (!has(name)) return;
    Headers kept;
    for (Field field : *this) {
        if (!equal_in_any_case(field.name, name)) kept.add(field.name, field.value);
    }
    text_ = std::move(kept.text_);
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
    for (Field field : *this) {
        if (equal_in_any_case(field.name, name)) return field.value;
    }
    return std::nullopt;
}

Headers::Field Headers::Iterator::operator*() const {
    std::string_view line = rest_.substr(0, rest_.find('\r'));
    auto colon = line.find(':');
    return {line.substr(0, colon), line.substr(colon + 2)};
}

Headers::Iterator& Headers::Iterator::operator++() {
    rest_.remove_prefix(rest_.find('\n') + 1);
    return *this;
}

}  // namespace rapport::http

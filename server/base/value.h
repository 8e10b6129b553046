#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace rapport {

/// A stored value: what a column holds and what a statement binds. The field type says what it means
/// (docs/decisions/0002-stored-values.md): money and decimals are integers scaled by the field, dates are days and
/// times microseconds since 1970-01-01 UTC, checkboxes 0 or 1, references the record's 64-bit id.
class Value {
public:
    Value() = default;
    Value(std::nullptr_t) {}
    Value(std::int64_t integer) : data_(integer) {}
    Value(int integer) : data_(static_cast<std::int64_t>(integer)) {}
    Value(double real) : data_(real) {}
    Value(std::string text) : data_(std::move(text)) {}
    Value(std::string_view text) : data_(std::string(text)) {}
    Value(const char* text) : data_(std::string(text)) {}

    bool is_null() const { return std::holds_alternative<std::monostate>(data_); }
    bool is_integer() const { return std::holds_alternative<std::int64_t>(data_); }
    bool is_real() const { return std::holds_alternative<double>(data_); }
    bool is_text() const { return std::holds_alternative<std::string>(data_); }

    /// The caller knows the kind; anything else is a bug and throws std::bad_variant_access.
    std::int64_t integer() const { return std::get<std::int64_t>(data_); }
    double real() const { return std::get<double>(data_); }
    const std::string& text() const { return std::get<std::string>(data_); }

    std::int64_t integer_or(std::int64_t fallback) const { return is_integer() ? integer() : fallback; }
    std::string_view text_or(std::string_view fallback) const { return is_text() ? std::string_view(text()) : fallback; }

    friend bool operator==(const Value&, const Value&) = default;
    friend auto operator<=>(const Value&, const Value&) = default;

private:
    std::variant<std::monostate, std::int64_t, double, std::string> data_;
};

/// A value that somebody else keeps alive: a Value, or a column of the row a cursor stands on.
class Cell {
public:
    Cell() = default;
    Cell(std::int64_t integer) : data_(integer) {}
    Cell(double real) : data_(real) {}
    Cell(std::string_view text) : data_(text) {}
    Cell(const Value& value) {
        if (value.is_integer()) data_ = value.integer();
        if (value.is_real()) data_ = value.real();
        if (value.is_text()) data_ = std::string_view(value.text());
    }
    Cell(Value&&) = delete;

    bool is_null() const { return std::holds_alternative<std::monostate>(data_); }
    bool is_integer() const { return std::holds_alternative<std::int64_t>(data_); }
    bool is_real() const { return std::holds_alternative<double>(data_); }
    bool is_text() const { return std::holds_alternative<std::string_view>(data_); }
    std::int64_t integer() const { return std::get<std::int64_t>(data_); }
    double real() const { return std::get<double>(data_); }
    std::string_view text() const { return std::get<std::string_view>(data_); }

    /// A copy that outlives the row.
    Value value() const {
        if (is_integer()) return integer();
        if (is_real()) return real();
        if (is_text()) return text();
        return {};
    }

private:
    std::variant<std::monostate, std::int64_t, double, std::string_view> data_;
};

}  // namespace rapport

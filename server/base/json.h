#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rapport {

/// A JSON document that was read. Numbers keep the digits they were written with, so that decimals stay exact.
/// Objects keep their order. For writing see JsonWriter.
class Json {
public:
    struct Number {
        std::string digits;
        friend bool operator==(const Number&, const Number&) = default;
    };
    using Array = std::vector<Json>;
    using Members = std::vector<std::pair<std::string, Json>>;

    Json() = default;
    Json(std::nullptr_t) {}
    Json(bool value) : data_(value) {}
    Json(Number value) : data_(std::move(value)) {}
    Json(std::int64_t value) : data_(Number{std::to_string(value)}) {}
    Json(int value) : Json(static_cast<std::int64_t>(value)) {}
    Json(std::string value) : data_(std::move(value)) {}
    Json(std::string_view value) : data_(std::string(value)) {}
    Json(const char* value) : data_(std::string(value)) {}
    Json(Array value) : data_(std::move(value)) {}
    Json(Members value) : data_(std::move(value)) {}

    static constexpr int max_depth = 64;
    /// Throws Failure(Invalid, "malformed_json") naming the place; also for invalid UTF-8, repeated keys and depth over 64.
    static Json parse(std::string_view text);

    bool is_null() const { return std::holds_alternative<std::monostate>(data_); }
    bool is_bool() const { return std::holds_alternative<bool>(data_); }
    bool is_number() const { return std::holds_alternative<Number>(data_); }
    bool is_string() const { return std::holds_alternative<std::string>(data_); }
    bool is_array() const { return std::holds_alternative<Array>(data_); }
    bool is_object() const { return std::holds_alternative<Members>(data_); }

    // Each throws Failure(Invalid, "wrong_type") when the value is of another kind.
    bool boolean() const;
    const std::string& digits() const;
    std::int64_t integer() const;
    const std::string& string() const;
    const Array& array() const;
    const Members& members() const;

    /// The member of that name, or null when there is none (or when this is no object).
    const Json& operator[](std::string_view name) const;
    bool has(std::string_view name) const;
    /// The string member, or the fallback when it is absent or null. Throws like string().
    std::string string_or(std::string_view name, std::string_view fallback) const;
    bool boolean_or(std::string_view name, bool fallback) const;
    std::int64_t integer_or(std::string_view name, std::int64_t fallback) const;

    /// Sets or replaces a member; null becomes an object first.
    void set(std::string name, Json value);
    void erase(std::string_view name);
    void push(Json value);
    /// The member of that name to change, added as null when absent.
    Json& member(std::string_view name);
    Array& items() { return std::get<Array>(data_); }

    std::string text() const;

    friend bool operator==(const Json&, const Json&) = default;

private:
    std::variant<std::monostate, bool, Number, std::string, Array, Members> data_;
};

}  // namespace rapport

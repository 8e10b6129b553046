#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.h"

namespace rapport {

/// Writes JSON straight into a string, commas included. The caller keeps the nesting right.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);
    /// A key that was escaped and quoted before, for keys that are written with every row.
    JsonWriter& quoted_key(std::string_view quoted);
    JsonWriter& null();
    JsonWriter& boolean(bool value);
    JsonWriter& integer(std::int64_t value);
    JsonWriter& real(double value);
    JsonWriter& string(std::string_view value);
    JsonWriter& json(const Json& value);
    /// Text that is JSON already.
    JsonWriter& raw(std::string_view json);

    // A member in one call.
    JsonWriter& member(std::string_view name, std::string_view value) { return key(name).string(value); }
    JsonWriter& member(std::string_view name, const char* value) { return key(name).string(value); }
    JsonWriter& member(std::string_view name, const std::string& value) { return key(name).string(value); }
    JsonWriter& member(std::string_view name, bool value) { return key(name).boolean(value); }
    JsonWriter& member(std::string_view name, std::int64_t value) { return key(name).integer(value); }
    JsonWriter& member(std::string_view name, int value) { return key(name).integer(value); }
    JsonWriter& member(std::string_view name, const Json& value) { return key(name).json(value); }

    /// For values written piece by piece: begin_value() puts the comma, then append to buffer().
    std::string& begin_value();

private:
    std::string& out_;
    bool comma_ = false;
};

/// A JSON string with its quotes.
void append_json_string(std::string& out, std::string_view text);

}  // namespace rapport

#include "base/json.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_set>

#include "base/failure.h"
#include "base/json_writer.h"
#include "base/text.h"

namespace rapport {
namespace {

namespace ondemand = simdjson::ondemand;

Failure malformed(std::string_view why) {
    return Failure(FailureKind::Invalid, "malformed_json", "The text is not valid JSON: " + std::string(why));
}

[[noreturn]] void wrong_type(std::string_view wanted) {
    throw Failure(FailureKind::Invalid, "wrong_type", "The JSON has a value of another type here: " + std::string(wanted) + " was expected.");
}

std::string_view number_token(std::string_view raw) {
    auto end = raw.find_last_not_of(" \t\r\n");
    return raw.substr(0, end + 1);
}

Json read(auto&& value, int depth) {
    if (depth > Json::max_depth) throw malformed("it is nested more than 64 deep.");
    ondemand::json_type type = value.type();
    switch (type) {
        case ondemand::json_type::object: {
            Json::Members members;
            std::unordered_set<std::string> seen;
            for (auto member : value.get_object()) {
                std::string_view name = member.unescaped_key();
                std::string key(name);
                if (!seen.insert(key).second) throw malformed("the key \"" + key + "\" is there twice.");
                Json item = read(member.value().value(), depth + 1);
                members.emplace_back(std::move(key), std::move(item));
            }
            return members;
        }
        case ondemand::json_type::array: {
            Json::Array items;
            for (auto item : value.get_array()) items.push_back(read(item.value(), depth + 1));
            return items;
        }
        case ondemand::json_type::string: {
            std::string_view text = value.get_string();
            return text;
        }
        case ondemand::json_type::number: {
            std::string_view token;
            if constexpr (requires { value.raw_json_token().value(); }) token = value.raw_json_token().value();
            else token = value.raw_json_token();
            std::string digits(number_token(token));
            double checked = value.get_double();  // refuses what is not a number of JSON
            (void)checked;
            return Json::Number{std::move(digits)};
        }
        case ondemand::json_type::boolean: {
            bool truth = value.get_bool();
            return truth;
        }
        case ondemand::json_type::null: {
            bool null = value.is_null();
            if (!null) throw malformed("a word that is not true, false or null.");
            return nullptr;
        }
    }
    throw malformed("an unknown value.");
}

}  // namespace

Json Json::parse(std::string_view text) {
    if (!text::is_valid_utf8(text)) throw Failure(FailureKind::Invalid, "malformed_utf8", "The text is not valid UTF-8.");
    if (text.find('\0') != std::string_view::npos) throw malformed("it has a zero byte.");
    // A parser keeps room for the largest text it has read, several times over; for ever, were it that of the thread.
    constexpr std::size_t worth_keeping = 1 << 20;
    thread_local ondemand::parser kept;
    std::optional<ondemand::parser> once;
    ondemand::parser& parser = text.size() > worth_keeping ? once.emplace() : kept;
    simdjson::padded_string padded(text);
    try {
        ondemand::document document = parser.iterate(padded);
        Json out = read(document, 0);
        if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) throw malformed("there is more text after its end.");
        return out;
    } catch (const simdjson::simdjson_error& error) {
        throw malformed(error.what());
    }
}

bool Json::boolean() const {
    if (!is_bool()) wrong_type("true or false");
    return std::get<bool>(data_);
}

const std::string& Json::digits() const {
    if (!is_number()) wrong_type("a number");
    return std::get<Number>(data_).digits;
}

std::int64_t Json::integer() const {
    const std::string& text = digits();
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) wrong_type("a whole number of 64 bits");
    return number;
}

const std::string& Json::string() const {
    if (!is_string()) wrong_type("a string");
    return std::get<std::string>(data_);
}

const Json::Array& Json::array() const {
    if (!is_array()) wrong_type("an array");
    return std::get<Array>(data_);
}

const Json::Members& Json::members() const {
    if (!is_object()) wrong_type("an object");
    return std::get<Members>(data_);
}

const Json& Json::operator[](std::string_view name) const {
    static const Json nothing;
    if (!is_object()) return nothing;
    for (const auto& [key, value] : std::get<Members>(data_))
        if (key == name) return value;
    return nothing;
}

bool Json::has(std::string_view name) const {
    if (!is_object()) return false;
    const auto& members = std::get<Members>(data_);
    return std::any_of(members.begin(), members.end(), [&](const auto& member) { return member.first == name; });
}

std::string Json::string_or(std::string_view name, std::string_view fallback) const {
    const Json& value = (*this)[name];
    return value.is_null() ? std::string(fallback) : value.string();
}

bool Json::boolean_or(std::string_view name, bool fallback) const {
    const Json& value = (*this)[name];
    return value.is_null() ? fallback : value.boolean();
}

std::int64_t Json::integer_or(std::string_view name, std::int64_t fallback) const {
    const Json& value = (*this)[name];
    return value.is_null() ? fallback : value.integer();
}

Json& Json::member(std::string_view name) {
    if (is_null()) data_ = Members{};
    if (!is_object()) wrong_type("an object");
    auto& members = std::get<Members>(data_);
    for (auto& [key, value] : members)
        if (key == name) return value;
    return members.emplace_back(std::string(name), Json()).second;
}

void Json::set(std::string name, Json value) { member(name) = std::move(value); }

void Json::erase(std::string_view name) {
    if (!is_object()) return;
    std::erase_if(std::get<Members>(data_), [&](const auto& member) { return member.first == name; });
}

void Json::push(Json value) {
    if (is_null()) data_ = Array{};
    if (!is_array()) wrong_type("an array");
    std::get<Array>(data_).push_back(std::move(value));
}

std::string Json::text() const {
    std::string out;
    JsonWriter(out).json(*this);
    return out;
}

}  // namespace rapport

#include "metadata/field_types/labelled_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace rapport::metadata::types {
namespace {

constexpr std::size_t most_values = 50;
constexpr std::size_t longest_label = 40;
constexpr std::string_view usual_label = "work";

struct LabelledValue {
    std::string label;
    std::string value;
};

Result<std::string> accept_label(std::string_view label, const Field& field) {
    if (label.empty()) return std::string(usual_label);
    bool unfit = label.find_first_of(std::string_view(":;,\0", 4)) != std::string_view::npos || !text::is_valid_utf8(label) ||
                 text::length(label) > longest_label;
    if (unfit)
        return refuse(field, "invalid_label",
                      fmt::format("{} cannot be a label: one has at most {} characters, and no \":\", \";\" or \",\".", quoted(label),
                                  longest_label));
    return std::string(label);
}

Result<Value> stored_text(const std::vector<LabelledValue>& values, const Field& field) {
    if (values.empty()) return Value();
    if (values.size() > most_values)
        return refuse(field, "too_many", fmt::format("{} holds at most {} values.", title(field), most_values));
    std::string out;
    JsonWriter json(out);
    json.begin_array();
    for (auto each = values.begin(); each != values.end(); ++each) {
        bool known = std::any_of(values.begin(), each, [&](const auto& earlier) { return earlier.value == each->value; });
        if (known) continue;
        json.begin_object().member("label", each->label).member("value", each->value).end_object();
    }
    json.end_array();
    return Value(std::move(out));
}

/// The values of a cell, between semicolons or, where there are none, commas. The semicolon of an extension
/// ("+12065550100;ext=12") separates nothing.
std::vector<std::string_view> split(std::string_view text) {
    constexpr std::string_view extension_mark = ";ext=";
    auto separator_after = [&](std::size_t begin, char separator) {
        std::size_t at = text.find(separator, begin);
        while (at != std::string_view::npos && text.substr(at).starts_with(extension_mark)) at = text.find(separator, at + 1);
        return at;
    };
    char separator = separator_after(0, ';') != std::string_view::npos ? ';' : ',';
    std::vector<std::string_view> out;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(separator_after(begin, separator), text.size());
        std::string_view part = text::trim(text.substr(begin, end - begin));
        if (!part.empty()) out.push_back(part);
        begin = end + 1;
    }
    return out;
}

std::vector<LabelledValue> values_of(const Cell& stored) {
    std::vector<LabelledValue> out;
    if (stored.is_null()) return out;
    Json array = Json::parse(stored.text());
    for (const Json& item : array.array()) out.push_back({item["label"].string(), item["value"].string()});
    return out;
}

}  // namespace

Result<Value> LabelledValues::read(const Json& value, const Field& field) const {
    constexpr std::string_view expected = R"(an array of {"label", "value"})";
    if (!value.is_array()) return wrong_type(field, value, expected);
    std::vector<LabelledValue> values;
    for (const Json& item : value.array()) {
        const Json& label = item["label"];
        const Json& content = item.is_string() ? item : item["value"];
        if (!content.is_string() || !(label.is_null() || label.is_string())) return wrong_type(field, item, expected);
        auto accepted_label = accept_label(label.is_null() ? "" : label.string(), field);
        if (!accepted_label) return tl::unexpected(accepted_label.error());
        auto accepted = read_value(content.string(), field);
        if (!accepted) return tl::unexpected(accepted.error());
        values.push_back({*std::move(accepted_label), *std::move(accepted)});
    }
    return stored_text(values, field);
}

Result<Value> LabelledValues::parse(std::string_view text, const Field& field) const {
    std::vector<LabelledValue> values;
    for (std::string_view written : split(text)) {
        // "work: +1 206 555 0100"; a colon without a blank is part of the value, as in "mailto:ada@example.com".
        std::size_t colon = written.find(": ");
        auto label = accept_label(colon == std::string_view::npos ? "" : text::trim(written.substr(0, colon)), field);
        if (!label) return tl::unexpected(label.error());
        auto value = parse_value(colon == std::string_view::npos ? written : text::trim(written.substr(colon + 1)), field);
        if (!value) return tl::unexpected(value.error());
        values.push_back({*std::move(label), *std::move(value)});
    }
    return stored_text(values, field);
}

void LabelledValues::write(JsonWriter& out, const Cell& stored, const Field&) const {
    if (stored.is_null()) out.null();
    else out.raw(stored.text());
}

std::string LabelledValues::text(const Cell& stored, const Field&) const {
    std::string out;
    for (const auto& [label, value] : values_of(stored)) out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", label, value);
    return out;
}

std::string LabelledValues::search_text(const Cell& stored, const Field&) const {
    std::string out;
    for (const auto& each : values_of(stored)) out += (out.empty() ? "" : ", ") + words(each.value);
    return out;
}

}  // namespace rapport::metadata::types

#include "metadata/field_types/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "metadata/field_types/problems.h"
#include "metadata/field_types/settings.h"

namespace rapport::metadata::types {
namespace {

constexpr std::string_view tints[] = {"stone", "sky", "petrol", "violet", "plum", "amber", "green", "clay"};

PicklistOption option_of(Settings& settings, const Field& field, const Json& declared) {
    PicklistOption option;
    if (declared.is_string()) {
        option.value = option.label = declared.string();
        return option;
    }
    Settings own(field, declared);
    option.value = own.text("value");
    option.label = own.text("label", option.value);
    option.tint = own.text("tint");
    option.active = own.flag("active", true);
    option.translations = declared["translations"];
    if (!declared.is_object() || !own.result())
        settings.refuse("options", R"(must hold values, or objects such as {"value": "new", "label": "New"})");
    return option;
}

void check(Settings& settings, const PicklistOption& option, std::string_view forbidden) {
    if (option.value.empty()) settings.refuse("options", "has an option without value");
    if (text::length(option.value) > longest_option)
        settings.refuse("options", fmt::format("has a value of more than {} characters", longest_option));
    if (option.value.find_first_of(forbidden) != std::string::npos)
        settings.refuse("options", fmt::format("has {}, but no value may contain \"{}\"", quoted(option.value), forbidden));
    bool has_tint = std::find(std::begin(tints), std::end(tints), option.tint) != std::end(tints);
    if (!option.tint.empty() && !has_tint)
        settings.refuse("options", fmt::format("has the tint {}; the tints are {}", quoted(option.tint), fmt::join(tints, ", ")));
}

/// What one may choose, for the end of a message.
std::string choices(const Field& field) {
    constexpr int most = 8;
    std::string out;
    int count = 0;
    for (const PicklistOption& option : field.options) {
        if (!option.active) continue;
        if (++count > most) return out + ", …";
        out += (out.empty() ? "" : ", ") + quoted(option.value);
    }
    return out;
}

}  // namespace

Result<void> configure_options(Field& field, const Json& declaration, std::string_view forbidden) {
    Settings settings(field, declaration);
    field.restricted = settings.flag("restricted", true);
    field.options.clear();
    const Json& declared = settings["options"];
    if (!declared.is_null() && !declared.is_array()) settings.refuse("options", "must be an array");
    if (declared.is_array())
        for (const Json& each : declared.array()) field.options.push_back(option_of(settings, field, each));
    std::unordered_set<std::string_view> values;
    for (const PicklistOption& option : field.options) {
        check(settings, option, forbidden);
        if (!values.insert(option.value).second) settings.refuse("options", fmt::format("has {} twice", quoted(option.value)));
    }
    if (field.restricted && field.options.empty()) settings.refuse("options", "must have at least one option, or \"restricted\" be false");
    return settings.result();
}

const PicklistOption* find_written_option(const Field& field, std::string_view written) {
    for (const PicklistOption& option : field.options)
        if (option.value == written) return &option;
    std::string folded = text::fold(written);
    for (const PicklistOption& option : field.options)
        if (text::fold(option.value) == folded) return &option;
    for (const PicklistOption& option : field.options)
        if (text::fold(option.label) == folded) return &option;
    return nullptr;
}

Result<std::string_view> accept_option(const Field& field, std::string_view value) {
    if (!field.restricted) return value;
    for (const PicklistOption& option : field.options) {
        if (option.value != value) continue;
        if (option.active) return option.value;
        return refuse(field, "inactive_option",
                      fmt::format("{} of {} is no longer in use: choose one of {}.", quoted(value), title(field), choices(field)));
    }
    const PicklistOption* meant = find_written_option(field, value);
    std::vector<std::string_view> values;
    for (const PicklistOption& option : field.options) values.push_back(option.value);
    std::string_view nearest = meant ? std::string_view(meant->value) : text::nearest(value, values);
    return refuse(field, "invalid_option",
                  nearest.empty()
                      ? fmt::format("{} is not an option of {}: choose one of {}.", quoted(value), title(field), choices(field))
                      : fmt::format("{} is not an option of {}: did you mean {}?", quoted(value), title(field), quoted(nearest)));
}

}  // namespace rapport::metadata::types
